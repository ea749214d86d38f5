import { originOf, recordFacts } from "../../../audit/index.ts";
import type { Fact } from "../../../audit/types.ts";
import { rememberFlow } from "../../../flow/index.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { type Mail, queueMails } from "../../../mail/index.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { RequestContext, WebContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/index.ts";
import { memberDid } from "../../accounts/index.ts";
import { coverAt } from "../../after-cover/index.ts";
import { beginReset, resetCookie } from "../../password-reset/index.ts";
import type { Begun } from "../../second-factor/index.ts";
import { hasComeOrGone } from "../../sessions/index.ts";
import { isEmail } from "../macs.ts";
import { judgeOpening, type Opened, obstacleOf, readableMinutes } from "../rules.ts";
import type { RecoveryServices, RequestId, Whose } from "../types.ts";
import { type Held, type HeldAccount, hold, type Standing, useRequest } from "./store.ts";

type Sought = Whose & { readonly id: RequestId };

/** Where a right code or a pressed button leads. */
export type Way =
  | { readonly kind: "result" }
  | { readonly kind: "reset"; readonly begun: Begun }
  | { readonly kind: "refused"; readonly because: Exclude<Opened, "open"> };

/** @throws TroubleError `ended`, of a society whose contract ended: nothing is written there any more */
export const societyOf = (
  { registry }: Pick<RecoveryServices, "registry">,
  { societyId }: Pick<Whose, "societyId">,
): Society => {
  const society = registry.society(societyId);
  if (!society) throw new TroubleError("ended");
  return society;
};

/** The registered address that the mail went to; null: it is another one by now. */
export const mailedTo = (
  { secrets }: Pick<RecoveryServices, "secrets">,
  { email, secondEmail }: Pick<HeldAccount, "email" | "secondEmail">,
  { emailMac }: Pick<Standing, "emailMac">,
): string | null =>
  [email, secondEmail].find((one) => one !== null && isEmail(secrets, one, emailMac)) ?? null;

type Judging = { readonly society: Society; readonly now: Instant };

/**
 * What the button would come to, of an account as it is now. A mail to an address that is the account's
 * no more opens nothing: it may have been a stranger's, whose change was undone since.
 */
export const judgeHeld = (
  services: Pick<RecoveryServices, "secrets">,
  { account, request }: Held,
  { society, now }: Judging,
): Opened => {
  if (!account || !request) return "invalid";
  const cover = coverAt(account.lostOn, { policy: society.policy, now });
  const opened = judgeOpening(request, obstacleOf(account, cover), now);
  if (opened !== "open") return opened;
  return mailedTo(services, account, request) === null ? "refused" : "open";
};

/** Whether this browser is the one that used it, a moment ago: a button pressed twice, or 「戻る」. */
export const isOwn = (
  { openedBy, openUntil }: Pick<Standing, "openedBy" | "openUntil">,
  { browser, now }: Pick<RequestContext, "browser" | "now">,
): boolean => openedBy === hashToken(browser.token) && openUntil !== null && now < openUntil;

/**
 * Whether its owner signed in or out at this browser since it was opened: on a device that is shared the
 * next one must not find it open.
 */
export const hasSignedInSince = async (
  tx: Tx,
  { accountId, openedBy, openUntil }: Pick<Standing, "accountId" | "openedBy" | "openUntil">,
): Promise<boolean> => {
  if (openedBy === null || openUntil === null) return false;
  const since = later(openUntil, { minutes: -readableMinutes });
  return hasComeOrGone(tx, { accountId, browserHash: openedBy, since });
};

type Recorded = { readonly facts: readonly Fact[]; readonly mails: readonly Mail[] };

export const record = (
  { secrets }: Pick<RecoveryServices, "secrets">,
  tx: Tx,
  { request, facts, mails }: Recorded & { readonly request: RequestContext },
): void => {
  recordFacts(tx, facts, { origin: originOf(request), at: request.now });
  queueMails(tx, mails, { now: request.now, secrets });
};

const resetFrom = async (
  services: RecoveryServices,
  tx: Tx,
  { request, society, held }: { request: RequestContext; society: Society; held: Held },
): Promise<Begun> => {
  const { account, request: asked } = held;
  if (!account || !asked) throw new Error("a way on of nobody");
  const begun = await beginReset(services, tx, {
    accountId: asked.accountId,
    memberId: asked.memberId,
    society,
    request,
    ground: "link",
    isIdentityProved: false,
    mailedTo: mailedTo(services, account, asked),
  });
  return begun;
};

/**
 * Uses up an asking whose mail was received: its code was right, or its button pressed. Of two at the
 * same moment one is first; the browser that was comes to the same again.
 */
export const open = (
  services: RecoveryServices,
  request: RequestContext,
  sought: Sought,
): Promise<Way> => {
  const society = societyOf(services, sought);
  const entranceId = request.entrance.id;
  return services.database.inSociety(society.id, async (tx) => {
    const held = await hold(tx, { ...sought, entranceId });
    const opened = judgeHeld(services, held, { society, now: request.now });
    if (opened !== "open") return { kind: "refused", because: opened };
    const { id, accountId, memberId } = sought;
    const browserHash = hashToken(request.browser.token);
    useRequest(tx, { entranceId, id, browserHash, now: request.now });
    if (held.request?.kind === "forgot-id") {
      const facts = [memberDid("recovery.id-shown", { accountId, memberId })];
      record(services, tx, { request, facts, mails: [] });
      return { kind: "result" };
    }
    const begun = await resetFrom(services, tx, { request, society, held });
    record(services, tx, { request, ...begun });
    return { kind: "reset", begun };
  });
};

export const resultPath = "/forgot-id/result";

/** @param fallback where who is refused reads why */
export const follow = (c: WebContext, way: Way, fallback: string): Response => {
  if (way.kind === "result") return c.redirect(resultPath, 303);
  if (way.kind === "refused") return c.redirect(fallback, 303);
  rememberFlow(c, resetCookie, way.begun);
  return c.redirect(way.begun.page, 303);
};
