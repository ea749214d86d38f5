import { originOf, recordFacts } from "../../audit/index.ts";
import { rememberFlow } from "../../flow/index.ts";
import type { AccountId, MemberId } from "../../kernel/ids.ts";
import { queueMails } from "../../mail/index.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import type { Tx } from "../../platform/database/types.ts";
import { writeCookie } from "../../platform/http/cookies.ts";
import type { Amr, RequestContext, WebContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/index.ts";
import { memberDid } from "../accounts/index.ts";
import { type Begun, beginSecondFactor, cookie } from "../second-factor/index.ts";
import { beginSession, sessionCookie } from "../sessions/index.ts";
import { openContinuation } from "./continuation.ts";
import type { SignInServices } from "./services.ts";
import { holdLogin, type Login, replaceHash, type Try } from "./store.ts";

/** What a right password comes to: a session, or the question for a second factor. */
export type Came =
  | { readonly kind: "session"; readonly token: string }
  | { readonly kind: "asked"; readonly begun: Begun };

const continuationOf = ({ secrets }: SignInServices, request: RequestContext): string =>
  openContinuation(secrets, request, request.form.continuation ?? "");

type Session = {
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly society: Society;
  readonly request: RequestContext;
  readonly amr: readonly Amr[];
};

/** A new token at every rise of privilege. @returns the token for the cookie */
export const openSession = (tx: Tx, { memberId, society, ...who }: Session): string => {
  const { request, accountId, amr } = who;
  const { text: token } = newToken();
  beginSession({ ...who, token, policy: society.policy.session })(tx);
  const fact = memberDid("account.signed-in", { accountId, memberId }, { amr: amr.join(" ") });
  recordFacts(tx, [fact], { origin: originOf(request), at: request.now });
  return token;
};

type Right = {
  readonly c: WebContext;
  readonly who: Try;
  readonly login: Login;
  readonly society: Society;
  /** The same password under today's parameters. */
  readonly newHash: string | null;
};

/** Nobody has anything enrolled, and nobody must: the account and its policy need not be read. */
const isPasswordEnough = ({ login, society }: Right): boolean =>
  login.factorMethod === null && society.policy.secondFactor.demand === "optional";

const asked = async (services: SignInServices, tx: Tx, { c, login, society }: Right) => {
  const request = c.get("request");
  const begun = await beginSecondFactor(services, tx, {
    accountId: login.targetId as AccountId,
    memberId: login.memberId as MemberId,
    society,
    request,
    continuation: continuationOf(services, request),
  });
  if (!begun) return null;
  recordFacts(tx, begun.facts, { origin: originOf(request), at: request.now });
  queueMails(tx, begun.mails, { now: request.now, secrets: services.secrets });
  return begun;
};

/** In one transaction that holds the account. @returns what `holdLogin` met instead */
export const passwordRight = (
  services: SignInServices,
  right: Right,
): Promise<Came | { readonly kind: "changed" } | { readonly kind: "locked" }> => {
  const { c, who, login, society, newHash } = right;
  const accountId = login.targetId as AccountId;
  return services.database.inSociety(society.id, async (tx) => {
    const stands = await holdLogin(tx, who, login);
    if (stands !== "open") return { kind: stands };
    if (newHash) replaceHash(accountId, newHash)(tx);
    const begun = isPasswordEnough(right) ? null : await asked(services, tx, right);
    if (begun) return { kind: "asked", begun };
    const memberId = login.memberId as MemberId;
    const session = { accountId, memberId, society, request: c.get("request") };
    return { kind: "session", token: openSession(tx, { ...session, amr: ["password"] }) };
  });
};

/** To where somebody wanted to go, or to the question. */
export const goOn = (c: WebContext, services: SignInServices, came: Came): Response => {
  const request = c.get("request");
  if (came.kind === "asked") {
    rememberFlow(c, { cookie }, came.begun);
    return c.redirect(came.begun.page, 303);
  }
  writeCookie(c, sessionCookie(came.token), request.browser.secure);
  return c.redirect(continuationOf(services, request), 303);
};
