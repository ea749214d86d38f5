import { originOf, recordFacts } from "../../audit/index.ts";
import type { AccountId, Id } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import { needsRehash } from "../../platform/crypto/passwords.ts";
import type { Ticket } from "../../platform/crypto/queue.ts";
import { hashToken, newToken } from "../../platform/crypto/tokens.ts";
import { writeCookie } from "../../platform/http/cookies.ts";
import { networkOf } from "../../platform/http/source.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { RequestContext, WebContext } from "../../platform/http/types.ts";
import { defaultPolicy } from "../../society/index.ts";
import { accountOf, memberDid } from "../accounts/index.ts";
import { loginMacOf } from "../locks/index.ts";
import { foldPrinted } from "../provisional/index.ts";
import { beginSession, endSession, sessionCookie } from "../sessions/index.ts";
import { openContinuation } from "./continuation.ts";
import { notice } from "./pages.tsx";
import { refuse } from "./refused.ts";
import { isSourceRefused, judgeSignIn, lockMinutes, loginKeyOf, sourceLimit } from "./rules.ts";
import type { SignInServices } from "./services.ts";
import { countWrongTry, findLogin, holdLogin, type Login, replaceHash, type Try } from "./store.ts";

/** A password longer than this is nobody's; the cut only bounds the work of hashing. */
const longestPassword = 1024;
const longestId = 100;

const whoTries = (services: SignInServices, request: RequestContext): Try => {
  // PostgreSQL's text takes no NUL: what held one is nobody's ID all the same.
  const typed = (request.form.userId ?? "").replaceAll("\0", "\ufffd").trim();
  const loginKey = loginKeyOf(typed).slice(0, longestId);
  return {
    entranceId: request.entrance.id,
    loginKey,
    loginMac: loginMacOf(services.secrets, request.entrance.id, loginKey),
    sourceMac: services.secrets.mac("throttle", `source ${networkOf(request.source)}`),
    browserHash: hashToken(request.browser.token),
    at: request.now,
  };
};

type Tried = {
  readonly c: WebContext;
  readonly who: Try;
  readonly login: Login;
  readonly password: string;
};

const societyOf = (services: SignInServices, { c, login }: Pick<Tried, "c" | "login">) =>
  (login.societyId && services.registry.society(login.societyId)) || c.get("request").society;

const fail = async (
  services: SignInServices,
  tried: Tried,
  judged: Extract<ReturnType<typeof judgeSignIn>, { kind: "failed" }>,
) => {
  const { c, who, login } = tried;
  const { lock } = societyOf(services, tried)?.policy ?? defaultPolicy;
  await countWrongTry(services.database, {
    who,
    login,
    wrong: {
      reference: c.get("request").id,
      reason: judged.reason,
      counts: judged.counts,
      limit: lock.passwordTries,
      lockedUntil: later(who.at, { minutes: lockMinutes(lock, login.kind) }),
    },
  });
  return refuse(c, services.secrets);
};

/** Whoever had signed in at this browser before, perhaps of another society, is there no longer. */
const endEarlier = async ({ database }: SignInServices, { session, now }: RequestContext) => {
  if (session)
    await database.inSociety(session.societyId, async (tx) => endSession(tx, session.id, now));
};

/** @returns null when the password is another one since the look-up: look again */
const signIn = async (services: SignInServices, tried: Tried, ticket: Ticket) => {
  const { c, who, login, password } = tried;
  const request = c.get("request");
  const society = societyOf(services, tried);
  if (!society || !login.targetId) throw new Error("an account of a society that is not there");
  const accountId = login.targetId as AccountId;
  const token = newToken();
  const stale = needsRehash(login.passwordHash ?? "");
  const newHash = stale ? await services.passwords.hash(ticket, password) : null;
  const stands = await services.database.inSociety(society.id, async (tx) => {
    const stands = await holdLogin(tx, who, login);
    if (stands !== "open") return stands;
    if (newHash) replaceHash(accountId, newHash)(tx);
    // A new token at every rise of privilege.
    beginSession({
      accountId,
      token: token.text,
      policy: society.policy.session,
      request,
      amr: ["password"],
    })(tx);
    recordFacts(tx, [memberDid("account.signed-in", { accountId, memberId: login.memberId })], {
      origin: originOf(request),
      at: request.now,
    });
    return stands;
  });
  if (stands === "changed") return null;
  if (stands === "locked")
    return fail(services, tried, { kind: "failed", reason: "password-lock", counts: false });
  await endEarlier(services, request);
  writeCookie(c, sessionCookie(token.text), request.browser.secure);
  const sealed = request.form.continuation ?? "";
  return c.redirect(openContinuation(services.secrets, request, sealed), 303);
};

const openLetter = async (services: SignInServices, tried: Tried) => {
  const { c, login, password } = tried;
  const society = societyOf(services, tried);
  if (!society || !login.targetId || !login.memberId) throw new Error("a letter of nobody");
  await endEarlier(services, c.get("request"));
  return services.beginFirstSignIn(c, {
    society,
    credentialId: login.targetId as Id<"credential">,
    memberId: login.memberId,
    printedPassword: foldPrinted(password),
  });
};

const letterNotice = async (
  services: SignInServices,
  tried: Tried,
  because: "used" | "expired" | "replaced",
) => {
  const { c, login } = tried;
  const { memberId } = login;
  const society = societyOf(services, tried);
  if (!society || !memberId) throw new Error("a letter of nobody");
  if (because !== "used") return notice(c, because, society);
  // Who registered with it and has a newer letter since: what they chose then opens nothing.
  const account = await services.database.inSociety(society.id, (tx) => accountOf(tx, memberId));
  return notice(c, account?.awaitsLetter ? "replaced" : "used", society);
};

/** Told to who has the right password, and to nobody else. */
const refuseEnded = async ({ registry }: SignInServices, { societyId }: Login) => {
  if (!societyId || registry.society(societyId)) return;
  // It may also be one that this process does not know yet.
  await registry.refresh();
  if (!registry.society(societyId)) throw new TroubleError("ended");
};

const tryOnce = async (c: WebContext, services: SignInServices, ticket: Ticket) => {
  const request = c.get("request");
  const who = whoTries(services, request);
  const login = await findLogin(services.database, who, sourceLimit.minutes);
  if (isSourceRefused(login)) return notice(c, "too-many");
  const password = (request.form.password ?? "").slice(0, longestPassword);
  // What we printed is typed without regard to case, width, spaces and hyphens.
  const compared = login.kind === "provisional" ? foldPrinted(password) : password;
  const isRight = await services.passwords.verify(ticket, login.passwordHash, compared);
  const tried: Tried = { c, who, login, password };
  const judged = judgeSignIn(login, isRight, request.now);
  if (judged.kind === "failed") return fail(services, tried, judged);
  await refuseEnded(services, login);
  if (judged.kind === "signed-in") return signIn(services, tried, ticket);
  if (judged.kind === "letter") return letterNotice(services, tried, judged.because);
  return openLetter(services, tried);
};

/** One try: the same work and the same answer for a known and an unknown user ID. */
export const attempt = async (c: WebContext, services: SignInServices) => {
  // Before any look-up: a full queue must answer everybody alike.
  using ticket = services.passwords.ticket();
  if (!ticket) throw new TroubleError("busy");
  const answer = (await tryOnce(c, services, ticket)) ?? (await tryOnce(c, services, ticket));
  if (!answer) throw new TroubleError("busy");
  return answer;
};
