import type { Instant } from "../../kernel/time.ts";
import { foldId, foldWidth, withoutGaps } from "../../kernel/width.ts";
import type { Policy } from "../../society/policy/policy.ts";

/** ログイン: what a look-up and a verified password come to. パスワードロック: from when, until when. */

/** What was found under a user ID, known or not. */
export type FoundLogin = {
  readonly kind: "account" | "provisional" | null;
  readonly lockedAt: Instant | null;
  readonly lockedUntil: Instant | null;
  readonly credentialState: "prepared" | "active" | "used" | "void" | null;
  readonly expiresAt: Instant | null;
  /** The active 認証方法; null: no second factor is enrolled. */
  readonly factorMethod: string | null;
  /** アカウントロック by wrong second factors. */
  readonly factorLockedUntil: Instant | null;
};

/** Why a try failed: for staff, under the お問い合わせ番号. The member reads one sentence for all. */
export type FailureReason =
  | "unknown-id"
  | "wrong-password"
  | "password-lock"
  | "account-lock"
  | "letter-not-active";

export type Judgement =
  | { readonly kind: "signed-in" }
  | { readonly kind: "first-sign-in" }
  /** 仮パスワード of a mail: it opens the page that sets a new one, and nothing else. */
  | { readonly kind: "reset" }
  /** The right password of a letter that no longer works: its holder is told the truth. */
  | { readonly kind: "letter"; readonly because: "used" | "expired" | "replaced" }
  | { readonly kind: "failed"; readonly reason: FailureReason; readonly counts: boolean };

const failed = (reason: FailureReason, counts: boolean): Judgement => ({
  kind: "failed",
  reason,
  counts,
});

const judgeLetter = (login: FoundLogin, now: Instant): Judgement => {
  if (login.credentialState === "used") return { kind: "letter", because: "used" };
  if (login.credentialState === "void") return { kind: "letter", because: "replaced" };
  if (login.credentialState !== "active") return failed("letter-not-active", false);
  if (login.expiresAt !== null && now >= login.expiresAt)
    return { kind: "letter", because: "expired" };
  return { kind: "first-sign-in" };
};

/**
 * The lock is judged first and a wrong password during it does not prolong it, or a stranger could
 * keep it up for ever.
 */
export const judgeSignIn = (login: FoundLogin, isRight: boolean, now: Instant): Judgement => {
  const isLocked = login.lockedUntil !== null && now < login.lockedUntil;
  // Counted like somebody's, or the work would tell whose lock it is.
  if (login.kind === null) return failed("unknown-id", !isLocked);
  if (isLocked) return failed("password-lock", false);
  if (!isRight) return failed("wrong-password", true);
  if (login.kind === "provisional") return judgeLetter(login, now);
  if (login.lockedAt !== null) return failed("account-lock", false);
  if (login.factorLockedUntil !== null && now < login.factorLockedUntil)
    return failed("account-lock", false);
  return { kind: "signed-in" };
};

/**
 * The right provisional password of a mail: no guess, and so it helps out of a password lock. A lock of
 * staff stands over it.
 */
export const judgeMailed = ({ lockedAt }: Pick<FoundLogin, "lockedAt">): Judgement =>
  lockedAt === null ? { kind: "reset" } : failed("account-lock", false);

/**
 * How long a password lock lasts: a timed one its minutes, staff's at most its hours. A letter's is
 * always timed: it has nothing to reset, and its ID may be guessed (an older system's).
 */
export const lockMinutes = (
  { release, minutes, latestHours }: Policy["lock"],
  kind: FoundLogin["kind"],
): number => (release === "timed" || kind !== "account" ? minutes : latestHours * 60);

/**
 * Wrong passwords of all sources together until strangers are locked out: one source cannot do that
 * alone, and no more than a hundred guesses are taken in a row (NIST SP 800-63B-4 §3.2.2). Each such lock
 * in a row lasts twice as long, a day at most (migration 0029).
 */
export const limitOfAll = (passwordTries: number): number => Math.min(passwordTries * 10, 100);

const isStranger = (browser: string): boolean => browser.startsWith("source ");

/** The counters that a try is judged by: of a stranger also that of all sources. */
export const countersOf = (browser: string): readonly string[] =>
  isStranger(browser) ? [browser, ""] : [browser];

/** An ID as it is looked up. One of a letter may be typed in groups, as long numbers are read. */
export const loginKeyOf = (typed: string): string => {
  const digits = withoutGaps(foldWidth(typed));
  return /^\d{13}$/.test(digits) ? digits : foldId(typed);
};

/** Failures of one source within the last minutes: over how many accounts, and at one. */
export const sourceLimit = { accounts: 100, tries: 30, ownTries: 300, minutes: 10 };

type Source = {
  /** The counter's: its own, of a browser that signed in to this account before. */
  readonly browser: string;
  readonly otherAccounts: number;
  readonly sourceTries: number;
};

/**
 * A source is refused at one account long after the lock, so that nobody fills tables with one ID;
 * as a whole only for failures over many accounts: a company, a home and a mobile carrier are one
 * address each. A browser that its owner signed in with before does not pay for its neighbours.
 */
export const isSourceRefused = ({ browser, otherAccounts, sourceTries }: Source): boolean =>
  isStranger(browser)
    ? otherAccounts >= sourceLimit.accounts || sourceTries >= sourceLimit.tries
    : sourceTries >= sourceLimit.ownTries;
