import type { Id } from "../../kernel/ids.ts";
import { isSameAddress } from "../../kernel/mail-address.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { type Instant, later } from "../../kernel/time.ts";

/** メールアドレスと予備のメールアドレス: what they may be, who is told of a change, and who may undo it. */

/** The main one, which mails go to, or the second, personal one beside it. */
export type Which = "main" | "second";

/** For so long the owner of the address before can undo a change (product.md §6). */
export const undoHours = 72;

/** Of an account, as they are. */
export type Addresses = {
  readonly email: string | null;
  /** When a mail to it was received; null: never. */
  readonly confirmedAt: Instant | null;
  /** When a mail to it came back. */
  readonly failedAt: Instant | null;
  readonly second: string | null;
  readonly secondConfirmedAt: Instant | null;
};

/** Only which they are. */
export type Pair = Pick<Addresses, "email" | "second">;

const isSame = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : isSameAddress(a, b);

export const isSamePair = (a: Pair, b: Pair): boolean =>
  isSame(a.email, b.email) && isSame(a.second, b.second);

/** A mail to it was received, and none came back since. */
const isAtHand = ({ email, confirmedAt, failedAt }: Addresses): boolean =>
  email !== null && confirmedAt !== null && failedAt === null;

/**
 * Refuses what there is already with `address-same` (one that is not confirmed, or failed, may be
 * shown to work), a second one that is the main one with `address-is-main`, and a second one of who
 * has no first with `address-no-main`.
 */
export const judgeNew = (
  now: Addresses,
  { which, email }: { readonly which: Which; readonly email: string },
): Result<null> => {
  if (which === "main")
    return isSame(now.email, email) && isAtHand(now) ? refuse("address-same") : ok(null);
  if (now.email === null) return refuse("address-no-main");
  if (isSame(now.email, email)) return refuse("address-is-main");
  return isSame(now.second, email) ? refuse("address-same") : ok(null);
};

const noSecond = { second: null, secondConfirmedAt: null };

/** With an address whose mail was received just now. One address is never both. */
export const withAddress = (
  now: Addresses,
  { which, email, at }: { readonly which: Which; readonly email: string; readonly at: Instant },
): Addresses =>
  which === "second"
    ? { ...now, second: email, secondConfirmedAt: at }
    : {
        ...now,
        email,
        confirmedAt: at,
        failedAt: null,
        ...(isSame(now.second, email) ? noSecond : {}),
      };

export const withoutSecond = (now: Addresses): Addresses => ({ ...now, ...noSecond });

/** The second one becomes the main one. The one before stays beside it only where mails reach it. */
export const swapped = (now: Addresses): Addresses => ({
  email: now.second,
  confirmedAt: now.secondConfirmedAt,
  failedAt: null,
  ...(isAtHand(now) ? { second: now.email, secondConfirmedAt: now.confirmedAt } : noSecond),
});

/** Somebody who is told of a change. */
export type Told = { readonly to: string; readonly canUndo: boolean };

export type ChangeId = Id<"address-change">;

/** A change that can be undone until then, and the main address that would be back. */
export type Undoable = {
  readonly id: ChangeId;
  readonly email: string;
  readonly until: Instant;
};

/**
 * The change that a button undoes, mailed to the main address of before; null: its own. The oldest one
 * that can be undone still, so that a thief's address brings its owner's back and never itself.
 */
export const undoneFirst = (
  before: Addresses,
  undoable: readonly Undoable[],
  now: Instant,
): Undoable | null => {
  const oldest = undoable.find(({ until }) => now < until);
  return oldest && !isSame(oldest.email, before.email) ? oldest : null;
};

type Move = {
  readonly before: Addresses;
  readonly after: Pair;
  readonly undoable: readonly Undoable[];
};

/**
 * Both addresses of before. Only the main one, and only where it was proved and works, may undo: one
 * that nobody confirmed may be a stranger's, and one that fails may be given to somebody else. Nor one
 * that gives way to the oldest again: that owner has put right what there was to undo.
 */
export const whomToTell = ({ before, after, undoable }: Move, now: Instant): readonly Told[] => {
  const first = undoneFirst(before, undoable, now);
  const isPutRight = first !== null && isSame(first.email, after.email);
  const canUndo = isAtHand(before) && !isPutRight;
  return [
    ...(before.email === null ? [] : [{ to: before.email, canUndo }]),
    ...(before.second === null ? [] : [{ to: before.second, canUndo: false }]),
  ];
};

/** What a pressed 「この変更を取り消す」 comes to. */
export type Undoing = "open" | "done" | "expired" | "replaced";

type Undone = {
  readonly undoneAt: Instant | null;
  readonly expiresAt: Instant;
  /** What the newest change that was not undone has left; null: there is none. */
  readonly left: Pair | null;
  /** What the account has now. */
  readonly current: Pair;
};

/**
 * Any change of the last days, also one that another followed: whoever took an account over would only
 * have to change twice. Not after what is no such change, such as a registration with a new letter.
 */
export const judgeUndo = (change: Undone, now: Instant): Undoing => {
  if (change.undoneAt !== null) return "done";
  if (now >= change.expiresAt) return "expired";
  return change.left !== null && isSamePair(change.left, change.current) ? "open" : "replaced";
};

type Changing = { readonly changedAt: Instant; readonly sessionStartedAt: Instant };

/**
 * From when on what was enrolled may be a stranger's: since the session began that changed the address,
 * and some days before it. They may have been there before, with what they enrolled then.
 */
export const suspectSince = ({ changedAt, sessionStartedAt }: Changing): Instant => {
  const days = later(changedAt, { hours: -undoHours });
  return sessionStartedAt < days ? sessionStartedAt : days;
};
