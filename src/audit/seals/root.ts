import { createHash } from "node:crypto";
import type { SocietyId } from "../../kernel/ids.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Position, Seal, SealHeader } from "./types.ts";

/** Where a chain begins. */
export const beginning: Position = {
  era: 0,
  transaction: "0",
  fact: "00000000-0000-0000-0000-000000000000",
};

/** Before every fact that a table can hold, also those that were dated before the beginning. */
export const beforeAll: Position = { ...beginning, era: -2_147_483_648 };

/** What stands for the root before a society's first seal: no chain can be taken for another's. */
export const genesis = (society: SocietyId): string =>
  createHash("sha256").update(`kenpo-audit/1 ${society}\n`, "utf8").digest("hex");

const headerText = ({ society, number, previousRoot, facts, last, sealedAt }: SealHeader) =>
  [society, number, previousRoot, facts, last.era, last.transaction, last.fact, sealedAt].join(" ");

/** SHA-256 over the seal before, this one's header and every leaf in full, hex. */
export const rootOf = (header: SealHeader, leaves: readonly Buffer[]): string => {
  const hash = createHash("sha256").update(`kenpo-seal/1 ${headerText(header)}\n`, "utf8");
  for (const leaf of leaves) hash.update(leaf);
  return hash.digest("hex");
};

/** The header once more: who trusts a head need not hash its facts again. */
const macText = (seal: Omit<Seal, "leaves" | "mac">) =>
  `kenpo-seal/1 ${headerText(seal)} ${seal.root} ${seal.keyId}`;

/** A seal under the current secret. */
export const signed = (secrets: Secrets, seal: Omit<Seal, "mac" | "keyId">): Seal => {
  const keyed = { ...seal, keyId: secrets.keyId };
  return { ...keyed, mac: secrets.mac("audit-root", macText(keyed)) };
};

export type Signature = "right" | "wrong" | "unknown-key";

/** Whether the current secret or KENPO_SECRET_PREVIOUS signed this very seal. */
export const signatureOf = (secrets: Secrets, seal: Seal): Signature => {
  if (!secrets.keyIds.includes(seal.keyId)) return "unknown-key";
  return secrets.isMac("audit-root", macText(seal), seal.mac) ? "right" : "wrong";
};
