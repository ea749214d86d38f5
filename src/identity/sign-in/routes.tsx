import { recordFacts } from "../../audit/index.ts";
import type { FlowServices } from "../../flow/index.ts";
import type { AccountId, Id, MemberId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import { foldId } from "../../kernel/width.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import { needsRehash } from "../../platform/crypto/passwords.ts";
import type { Ticket } from "../../platform/crypto/queue.ts";
import { hashToken, newToken } from "../../platform/crypto/tokens.ts";
import { TroubleError } from "../../platform/http/app.ts";
import { readCookie, writeCookie } from "../../platform/http/cookies.ts";
import { networkOf } from "../../platform/http/source.ts";
import type { RequestContext, Web, WebContext } from "../../platform/http/types.ts";
import { defaultPolicy, type MaintenanceState, type Society } from "../../society/index.ts";
import { foldPrinted } from "../provisional/index.ts";
import { beginSession, endSession, noSessionCookie, sessionCookie } from "../sessions/index.ts";
import { openContinuation } from "./continuation.ts";
import { refuse, takeRefused } from "./refused.ts";
import { isSourceRefused, judgeSignIn, lockMinutes, sourceLimit } from "./rules.ts";
import {
  countWrongTry,
  findLogin,
  forgetWrongTries,
  type Login,
  replaceHash,
  type Try,
} from "./store.ts";
import { type NoticeKind, NoticePage } from "./views/notice-page.tsx";
import { SignInPage, type SignInPageProps } from "./views/sign-in-page.tsx";

export type SignInServices = FlowServices & {
  readonly passwords: Passwords;
  readonly maintenanceFor: (request: RequestContext) => MaintenanceState;
  /** Whether this browser has a registration that can be resumed. */
  readonly isResumable: (c: WebContext) => Promise<boolean>;
  /** Hands the holder of a working letter to the first sign-in. */
  readonly beginFirstSignIn: (c: WebContext, letter: Letter) => Promise<Response>;
};

export type Letter = {
  readonly society: Society;
  readonly credentialId: Id<"credential">;
  readonly memberId: MemberId;
  readonly issuedId: string;
  /** Folded, so that the new password can be held against it. */
  readonly printedPassword: string;
};

/** A password longer than this is nobody's; the cut only bounds the work of hashing. */
const longestPassword = 1024;
const longestId = 100;

const show = async (c: WebContext, services: SignInServices, own: Partial<SignInPageProps>) => {
  const request = c.get("request");
  const refused = takeRefused(c, services.secrets);
  const isNew = request.society?.policy.firstSignIn.style === "new";
  return c.html(
    <SignInPage
      view={request.view()}
      style={isNew ? "new" : "classic"}
      maintenance={services.maintenanceFor(request)}
      continuation={c.req.query("to") ?? refused?.continuation ?? ""}
      userId={refused?.userId}
      refusedUnder={refused?.reference ?? null}
      isResumable={await services.isResumable(c)}
      {...own}
    />,
  );
};

const notice = (c: WebContext, kind: NoticeKind, society?: Society) =>
  c.html(
    <NoticePage view={c.get("request").view(society)} kind={kind} />,
    kind === "too-many" ? 429 : 200,
  );

const whoTries = (services: SignInServices, request: RequestContext): Try => {
  // PostgreSQL's text takes no NUL: what held one is nobody's ID all the same.
  const typed = (request.form.userId ?? "").replaceAll("\0", "\ufffd").trim();
  const loginKey = foldId(typed).slice(0, longestId);
  const mac = (text: string) => services.secrets.mac("throttle", text);
  return {
    entranceId: request.entrance.id,
    loginKey,
    loginMac: mac(`login ${request.entrance.id} ${loginKey}`),
    sourceMac: mac(`source ${networkOf(request.source)}`),
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
      lockedUntil: later(who.at, { minutes: lockMinutes(lock) }),
    },
  });
  return refuse(c, services.secrets);
};

/** Whoever had signed in at this browser before, perhaps of another society, is there no longer. */
const endEarlier = async ({ database }: SignInServices, { session, now }: RequestContext) => {
  if (session)
    await database.inSociety(session.societyId, async (tx) => endSession(tx, session.id, now));
};

const signIn = async (services: SignInServices, tried: Tried, ticket: Ticket) => {
  const { c, who, login, password } = tried;
  const request = c.get("request");
  const society = societyOf(services, tried);
  if (!society || !login.targetId) throw new Error("an account of a society that is not there");
  const accountId = login.targetId as AccountId;
  const token = newToken();
  const stale = needsRehash(login.passwordHash ?? "");
  const newHash = stale ? await services.passwords.hash(ticket, password) : null;
  const isOpen = await services.database.inSociety(society.id, async (tx) => {
    if (!(await forgetWrongTries(tx, who, login.browser))) return false;
    if (newHash) replaceHash(accountId, newHash)(tx);
    // A new token at every rise of privilege.
    beginSession({
      accountId,
      token: token.text,
      policy: society.policy.session,
      request,
    })(tx);
    recordFacts(
      tx,
      [
        {
          action: "account.signed-in",
          actor: { kind: "member", id: accountId },
          subject: { kind: "account", id: accountId },
          memberId: login.memberId,
        },
      ],
      { origin: { requestId: request.id, source: request.source }, at: request.now },
    );
    return true;
  });
  if (!isOpen)
    return fail(services, tried, { kind: "failed", reason: "password-lock", counts: false });
  await endEarlier(services, request);
  writeCookie(c, sessionCookie(token.text), request.browser.secure);
  const sealed = request.form.continuation ?? "";
  return c.redirect(openContinuation(services.secrets, request, sealed), 303);
};

const openLetter = async (services: SignInServices, tried: Tried) => {
  const { c, login, who, password } = tried;
  const society = societyOf(services, tried);
  if (!society || !login.targetId || !login.memberId) throw new Error("a letter of nobody");
  if (society.policy.firstSignIn.style !== "classic") return notice(c, "not-open", society);
  await endEarlier(services, c.get("request"));
  return services.beginFirstSignIn(c, {
    society,
    credentialId: login.targetId as Id<"credential">,
    memberId: login.memberId,
    issuedId: who.loginKey,
    printedPassword: foldPrinted(password),
  });
};

const attempt = async (c: WebContext, services: SignInServices) => {
  const request = c.get("request");
  // Before any look-up: a full queue must answer everybody alike.
  using ticket = services.passwords.ticket();
  if (!ticket) throw new TroubleError("busy");
  const who = whoTries(services, request);
  const login = await findLogin(services.database, who, sourceLimit.minutes);
  if (isSourceRefused(login.otherAccounts)) return notice(c, "too-many");
  const password = (request.form.password ?? "").slice(0, longestPassword);
  // What we printed is typed without regard to case, width, spaces and hyphens.
  const compared = login.kind === "provisional" ? foldPrinted(password) : password;
  const isRight = await services.passwords.verify(ticket, login.passwordHash, compared);
  const tried: Tried = { c, who, login, password };
  const judged = judgeSignIn(login, isRight, request.now);
  if (judged.kind === "failed") return fail(services, tried, judged);
  if (judged.kind === "signed-in") return signIn(services, tried, ticket);
  if (judged.kind === "letter")
    return notice(c, judged.because, societyOf(services, tried) ?? undefined);
  return openLetter(services, tried);
};

/** `/` and `/sign-in`, `/sign-out`. A signed-in member's `/` belongs to home, mounted before. */
export const signInRoutes =
  (services: SignInServices) =>
  (web: Web): void => {
    const page = async (c: WebContext): Promise<Response> => {
      const request = c.get("request");
      const { secure } = request.browser;
      if (request.session) return c.redirect("/", 303);
      const wasSignedIn = (readCookie(c, "session", secure) ?? "") !== "";
      if (wasSignedIn) writeCookie(c, noSessionCookie, secure);
      const byMember = c.req.query("signed-out") !== undefined;
      return show(c, services, { ended: byMember ? "by-member" : wasSignedIn ? "by-limit" : null });
    };
    web.get("/", page);
    web.get("/sign-in", page);
    web.post("/sign-in", (c) => attempt(c, services));
    web.post("/sign-out", async (c) => {
      const { session, now, id, source, browser } = c.get("request");
      if (session)
        await services.database.inSociety(session.societyId, async (tx) => {
          endSession(tx, session.id, now);
          recordFacts(
            tx,
            [
              {
                action: "account.signed-out",
                actor: { kind: "member", id: session.accountId },
                subject: { kind: "account", id: session.accountId },
                memberId: session.memberId,
              },
            ],
            { origin: { requestId: id, source }, at: now },
          );
        });
      writeCookie(c, noSessionCookie, browser.secure);
      return c.redirect("/sign-in?signed-out", 303);
    });
  };
