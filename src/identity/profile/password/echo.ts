import { originOf, recordFacts } from "../../../audit/index.ts";
import { later } from "../../../kernel/time.ts";
import { queueMails } from "../../../mail/index.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { writeCookie } from "../../../platform/http/cookies.ts";
import type { RequestContext, Session, WebContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/index.ts";
import { factorDid, factorLockMail } from "../../factor-steps/index.ts";
import {
  afterWrong,
  type Held,
  holdFactors,
  isFactorLocked,
  knownOwner,
  noteWrong,
} from "../../methods/index.ts";
import { endedToken, isOfBrowser, sessionCookie, sessionReader } from "../../sessions/index.ts";
import { noticeCookie } from "../notice.ts";
import type { ProfileServices } from "../types.ts";
import { isPassword } from "./judge.ts";
import { ownerOf } from "./store.ts";
import { tokenAfter } from "./token.ts";

/** The second press of a double submit comes within this; who comes later signs in. */
const echoSeconds = 60;

type Echo = {
  readonly session: Session;
  readonly society: Society;
  readonly request: RequestContext;
};

/** Whether the change was just now, and this is the browser that it was made in. */
const isEchoing = async (tx: Tx, { session, request }: Echo): Promise<boolean> => {
  const { id, passwordChangedAt } = session;
  if (request.now >= later(passwordChangedAt, { seconds: echoSeconds })) return false;
  return isOfBrowser(tx, id, hashToken(request.browser.token));
};

/** Counts as a wrong password of who is asked again does: this is no place to guess, either. */
const countWrong = async (
  { secrets }: ProfileServices,
  tx: Tx,
  { session, society, request, held }: Echo & { readonly held: Held },
): Promise<void> => {
  const { accountId, memberId } = session;
  const { owner } = await knownOwner(tx, session);
  const count = afterWrong(held, society.policy, request.now);
  const { lockedUntil } = count;
  await noteWrong(accountId, count)(tx);
  const refused = {
    action: "account.step-up-refused",
    actor: { kind: "stranger" },
    subject: { kind: "account", id: accountId },
    memberId,
    details: { reason: "password-wrong" },
  } as const;
  const locked = factorDid("account.factor-locked", owner, { method: "none" });
  const facts = lockedUntil === null ? [refused] : [refused, locked];
  recordFacts(tx, facts, { origin: originOf(request), at: request.now });
  if (lockedUntil === null) return;
  const mails = factorLockMail({ society, owner, held, lockedAt: request.now, lockedUntil });
  queueMails(tx, mails, { now: request.now, secrets });
};

/** @returns whether the typed password is the one that the session's owner chose a moment ago */
const judged = async (services: ProfileServices, echo: Echo, typed: string): Promise<boolean> => {
  const { session, society, request } = echo;
  const { accountId } = session;
  const inSociety = <T>(work: (tx: Tx) => Promise<T>) =>
    services.database.inSociety(society.id, work);
  if (!(await inSociety((tx) => isEchoing(tx, echo)))) return false;
  const { hash } = await inSociety((tx) => ownerOf(tx, accountId));
  const isRight = await isPassword(services, typed, hash);
  return inSociety(async (tx) => {
    const held = await holdFactors(tx, accountId);
    // During a lock nothing is judged.
    if (!held || isFactorLocked(held, request.now)) return false;
    if (!isRight) await countWrong(services, tx, { ...echo, held });
    return isRight;
  });
};

/**
 * The second press of a double submit, when the first one has ended the token that this one came with.
 * Whoever has only an earlier token gets nothing by it: not from another browser, not a minute later,
 * and not without the new password.
 */
export const isSecondPress = async (c: WebContext, services: ProfileServices): Promise<boolean> => {
  const { database, secrets, registry } = services;
  const request = c.get("request");
  const earlier = endedToken(c);
  const typed = request.form.password ?? "";
  if (!earlier || typed === "") return false;
  const token = tokenAfter(secrets, earlier);
  const session = await sessionReader(database)(token, request.entrance, request.now);
  const society = session && registry.society(session.societyId);
  if (!session || !society) return false;
  if (!(await judged(services, { session, society, request }, typed))) return false;
  const { browser } = request;
  writeCookie(c, sessionCookie(token), browser.secure);
  const { accountId } = session;
  const notice = noticeCookie(secrets, { request, accountId }, { what: "password" });
  writeCookie(c, notice, browser.secure);
  return true;
};
