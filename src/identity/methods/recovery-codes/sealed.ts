import { createHash } from "node:crypto";
import type { FactorId, SocietyId } from "../../../kernel/ids.ts";
import { isEqual } from "../../../platform/crypto/equal.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { foldCode } from "./rules.ts";

/** Of a code, what is kept: 48 random bits are found from a plain hash, and so the row is sealed too. */
export const hashCode = (code: string): string =>
  createHash("sha256").update(foldCode(code), "utf8").digest("base64url");

export type Place = { readonly society: SocietyId; readonly factorId: FactorId };

/** Bound to its row: somebody else's codes do not open here. */
const about = ({ society, factorId }: Place) => `recovery-codes/${society}/${factorId}`;

export const sealHashes = (secrets: Secrets, place: Place, hashes: readonly string[]): string =>
  secrets.seal("recovery-codes", about(place), JSON.stringify(hashes));

/** @throws when the key is unknown or the row was altered or moved */
export const openHashes = (secrets: Secrets, place: Place, sealed: string): readonly string[] =>
  JSON.parse(secrets.open("recovery-codes", about(place), sealed));

/** What is left after this code; null: it is none of them. In constant time. */
export const without = (hashes: readonly string[], code: string): readonly string[] | null => {
  const wanted = hashCode(code);
  const found = hashes.map((hash) => isEqual(hash, wanted));
  return found.includes(true) ? hashes.filter((_, i) => !found[i]) : null;
};
