import type { Id, SocietyId } from "../../../kernel/ids.ts";
import type { Letter } from "../../../letters/types.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { BatchId, Holder } from "../types.ts";

/** A letter as it was printed, and as it can be printed again. */
export type KeptLetter = {
  readonly id: Id<"credential">;
  readonly number: number;
  readonly letter: Letter;
  readonly holder: Holder;
};

export type Place = {
  readonly society: SocietyId;
  readonly batchId: BatchId;
  /** Of the portion in its batch, from 1. */
  readonly number: number;
};

/** Bound to its row: a portion put into another batch's row does not open. */
const about = ({ society, batchId, number }: Place) => `letter/${society}/${batchId}/${number}`;

export const sealPortion = (
  secrets: Secrets,
  place: Place,
  letters: readonly KeptLetter[],
): string => secrets.seal("letter", about(place), JSON.stringify(letters));

/** @throws when the key is unknown or the portion was altered or moved */
export const openPortion = (
  secrets: Secrets,
  place: Place,
  sealed: string,
): readonly KeptLetter[] => JSON.parse(secrets.open("letter", about(place), sealed));

/** The same under the current key. @throws as `openPortion` does */
export const resealPortion = (secrets: Secrets, place: Place, sealed: string): string =>
  secrets.seal("letter", about(place), secrets.open("letter", about(place), sealed));
