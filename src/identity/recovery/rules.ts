// IDを忘れた方・パスワードを忘れた方: what a claim found, when a mail goes, and what its button or code
// comes to. Nothing of the answer to the browser depends on what is decided here before the mail.
import { isSameAddress } from "../../kernel/mail-address.ts";
import { epochMsOf, type Instant, type PlainDate } from "../../kernel/time.ts";
import type { Cover } from "../after-cover/index.ts";

/** The claim and the address are right, and yet no link may go: the owner is told whom to ask. */
export const obstacles = ["staff-lock", "awaits-letter", "cover-ended"] as const;
export type Obstacle = (typeof obstacles)[number];

/** For staff, under the お問い合わせ番号. The person who asks reads the same whatever it is. */
export type Reason =
  | "matched"
  | Obstacle
  /** No society of this entrance has that insurer number. */
  | "no-society"
  /** Nobody has that 記号・番号. */
  | "no-member"
  | "kana-differs"
  | "birth-differs"
  /** Name and birth date are of two persons of the household, or of none. */
  | "person-differs"
  | "not-registered"
  | "unknown-id"
  /** A 仮ID: there is nothing to reset yet. */
  | "letter-id"
  | "no-address"
  | "email-differs"
  /** Right, and so many mails have gone already. */
  | "too-many"
  /** Right, after many claims of that address that were not. */
  | "too-many-claims"
  /** The address or the account changed before the mail went. */
  | "changed";

export type FoundAccount = {
  readonly email: string | null;
  readonly secondEmail: string | null;
  readonly lockedAt: Instant | null;
  readonly awaitsLetter: boolean | null;
  readonly lostOn: PlainDate | null;
};

/** Why no link may go to who proved everything, or null. A lock by staff is never lifted by recovery. */
export const obstacleOf = (
  { lockedAt, awaitsLetter }: Pick<FoundAccount, "lockedAt" | "awaitsLetter">,
  cover: Cover,
): Obstacle | null => {
  if (lockedAt !== null) return "staff-lock";
  if (awaitsLetter) return "awaits-letter";
  // Also the time to read is over: there is nothing to sign in for.
  if (cover === "over") return "cover-ended";
  return null;
};

/** The first address or the second, confirmed or not: whoever reads it is its owner. */
export const judgeAccount = (account: FoundAccount, typedEmail: string, cover: Cover): Reason => {
  const addresses = [account.email, account.secondEmail].filter((one) => one !== null);
  if (addresses.length === 0) return "no-address";
  if (!addresses.some((one) => isSameAddress(one, typedEmail))) return "email-differs";
  return obstacleOf(account, cover) ?? "matched";
};

type FoundPerson = {
  /** Members under that 記号・番号, and those of them whose name or birth date is the claimed one. */
  readonly household: number;
  readonly kanaFits: number;
  readonly birthFits: number;
  readonly memberId: string | null;
  readonly accountId: string | null;
};

/** Why a 本人確認 found no account, or null. */
export const missOf = (found: FoundPerson, isSociety: boolean): Reason | null => {
  if (!isSociety) return "no-society";
  if (found.household === 0) return "no-member";
  if (found.memberId === null) {
    if (found.kanaFits > 0 && found.birthFits > 0) return "person-differs";
    if (found.birthFits > 0) return "kana-differs";
    return found.kanaFits > 0 ? "birth-differs" : "person-differs";
  }
  return found.accountId === null ? "not-registered" : null;
};

/**
 * Askings of one source, of both kinds. A company and a mobile carrier are one address each; told
 * to everybody alike, whatever was typed.
 */
export const sourceLimit = { asked: 50, minutes: 10 };

export const isSourceRefused = (asked: number): boolean => asked >= sourceLimit.asked;

/** The same browser with the same claim has asked once: a button pressed twice. */
export const sameWithinSeconds = 60;

export const mailsADay = 5;
const betweenMailsMs = 60_000;
/** After those: a link lives about as long, so that nobody is without one for a day by a stranger's askings. */
const betweenMoreMs = 3600_000;

/** Silently, of one account and kind: who knows somebody's number must not flood their mailbox. */
export const isTooMany = (
  { sentToday, lastSentAt }: { readonly sentToday: number; readonly lastSentAt: Instant | null },
  now: Instant,
): boolean =>
  lastSentAt !== null &&
  epochMsOf(now) <
    epochMsOf(lastSentAt) + (sentToday >= mailsADay ? betweenMoreMs : betweenMailsMs);

/**
 * Different wrong 本人確認 of one typed address and person within a day, until a right one is answered as
 * they were: with nothing. Who reads the mailbox would learn from its mail what is printed on the card.
 */
export const wrongClaimsADay = 15;

/** What is wrong of a 本人確認. */
export const misses = [
  "no-society",
  "no-member",
  "kana-differs",
  "birth-differs",
  "person-differs",
  "not-registered",
  "email-differs",
] as const satisfies readonly Reason[];

type PasswordWay = "provisional-by-mail" | "link";

/** What 「パスワードを忘れた方」 brings here; `mixed` where the societies of an entrance differ. */
export const passwordWayOf = (all: readonly PasswordWay[]): PasswordWay | "mixed" => {
  const [first, ...others] = new Set(all);
  return first === undefined || others.length > 0 ? "mixed" : first;
};

/** Six digits are guessed with 5 tries in 200,000. Counted for who was not found as well. */
export const codeTries = 5;

export type Opening = {
  readonly expiresAt: Instant | null;
  readonly outcome: "used" | "replaced" | null;
};

export type Opened = "open" | "used" | "expired" | "replaced" | "refused" | "invalid";

/** What the button of a mail would come to. */
export const judgeOpening = (
  { expiresAt, outcome }: Opening,
  obstacle: Obstacle | null,
  now: Instant,
): Opened => {
  if (outcome !== null) return outcome;
  if (expiresAt === null) return "invalid";
  if (now >= expiresAt) return "expired";
  return obstacle === null ? "open" : "refused";
};

/** How long the browser that opened it may read the ID, reload it and come back to it. */
export const readableMinutes = 10;
