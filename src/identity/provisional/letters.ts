import type { EntranceId } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { foldId } from "../../kernel/width.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { Tx } from "../../platform/database/types.ts";
import { mintIssuedId } from "./printed/secrets.ts";
import { reserveIssuedIds } from "./store.ts";
import type { Holder, Prepared } from "./types.ts";

/** Letters that are hashed and written at a time: few, so that memory does not grow. */
export const portion = 64;

/** What is told on paper, beside what is kept. */
export type Minted = Prepared & {
  readonly to: Holder;
  /** As printed; empty where the society made it and knows it. */
  readonly password: string;
  readonly lastDay: PlainDate;
};

/** @param folded as `foldPrinted` leaves it: what a sign-in compares with */
export const hashPrinted = async (passwords: Passwords, folded: string): Promise<string> => {
  using ticket = passwords.ticket();
  if (!ticket) throw new Error("more letters at once than the queue has places");
  return await passwords.hash(ticket, folded);
};

/** Which of the letters found their ID free at the entrance, and have it now. */
export const reserve = async <L extends Prepared>(
  tx: Tx,
  entranceId: EntranceId,
  letters: readonly L[],
): Promise<{ readonly placed: readonly L[]; readonly left: readonly L[] }> => {
  const free = await reserveIssuedIds(tx, entranceId, letters);
  const isFree = ({ issuedId }: L) => free.has(foldId(issuedId));
  return { placed: letters.filter(isFree), left: letters.filter((letter) => !isFree(letter)) };
};

/** Reserves the letters' IDs; one whose ID is taken gets another, until all have theirs. */
export const reserveMinted = async <L extends Prepared>(
  tx: Tx,
  entranceId: EntranceId,
  letters: readonly L[],
): Promise<readonly L[]> => {
  if (letters.length === 0) return [];
  const { placed, left } = await reserve(tx, entranceId, letters);
  const again = left.map((letter) => ({ ...letter, issuedId: mintIssuedId() }));
  return [...placed, ...(await reserveMinted(tx, entranceId, again))];
};

/** In the order of `letters`, whatever order they were placed in. */
export const inOrderOf = <L extends Prepared>(
  letters: readonly Prepared[],
  placed: readonly L[],
): readonly L[] => {
  const places = new Map(letters.map(({ id }, i) => [id, i]));
  return placed.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
};
