import type { Id } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import { needsRehash } from "../../platform/crypto/passwords.ts";
import type { Ticket } from "../../platform/crypto/queue.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import { networkOf } from "../../platform/http/source.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { RequestContext, WebContext } from "../../platform/http/types.ts";
import { defaultPolicy } from "../../society/index.ts";
import { accountOf } from "../accounts/index.ts";
import { loginMacOf } from "../locks/index.ts";
import { isTemporary } from "../password-reset/index.ts";
import { foldPrinted } from "../provisional/index.ts";
import { endEarlier } from "../sessions/index.ts";
import { refuseEnded } from "./ended.ts";
import { openMailed } from "./mailed.ts";
import { notice } from "./pages.tsx";
import { refuse } from "./refused.ts";
import {
  isSourceRefused,
  judgeMailed,
  judgeSignIn,
  lockMinutes,
  loginKeyOf,
  sourceLimit,
} from "./rules.ts";
import type { SignInServices } from "./services.ts";
import { goOn, passwordRight } from "./signed-in.ts";
import { countWrongTry, findLogin, type Login, type Try } from "./store.ts";

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
  return refuse(c, services.secrets, "password");
};

/** @returns null when the password is another one since the look-up: look again */
const signIn = async (services: SignInServices, tried: Tried, ticket: Ticket) => {
  const { c, login, password } = tried;
  const society = societyOf(services, tried);
  if (!society || !login.targetId || !login.memberId)
    throw new Error("an account of a society that is not there");
  const newHash = needsRehash(login.passwordHash ?? "")
    ? await services.passwords.hash(ticket, password)
    : null;
  const came = await passwordRight(services, { ...tried, society, newHash });
  if (came.kind === "changed") return null;
  if (came.kind === "locked")
    return fail(services, tried, { kind: "failed", reason: "password-lock", counts: false });
  await endEarlier(services, c.get("request"));
  return goOn(c, services, came);
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
  // Compared for everybody: the work is the same where none was mailed, and where nobody is.
  const mailed = { accountId: login.targetId, mac: login.temporaryMac };
  const isMailed = isTemporary(services.secrets, mailed, password);
  const judged = isMailed ? judgeMailed(login) : judgeSignIn(login, isRight, request.now);
  if (judged.kind === "failed") return fail(services, tried, judged);
  await refuseEnded(services, login.societyId);
  if (judged.kind === "signed-in") return signIn(services, tried, ticket);
  if (judged.kind === "reset") return openMailed(services, tried);
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
