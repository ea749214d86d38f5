import type { SocietyId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { Signature } from "../root.ts";

/** Facts of every seal up to this one are gone because their time was over. */
export type Pruning = {
  readonly society: SocietyId;
  readonly seal: number;
  /** Of that seal, hex. */
  readonly root: string;
  /** How many, in all. */
  readonly facts: number;
  readonly prunedAt: Instant;
  readonly keyId: string;
  readonly mac: string;
};

const macText = ({ society, seal, root, facts, prunedAt, keyId }: Omit<Pruning, "mac">) =>
  `kenpo-pruning/1 ${society} ${seal} ${root} ${facts} ${prunedAt} ${keyId}`;

/** Under the current secret. */
export const signedPruning = (
  secrets: Secrets,
  pruning: Omit<Pruning, "keyId" | "mac">,
): Pruning => {
  const keyed = { ...pruning, keyId: secrets.keyId };
  return { ...keyed, mac: secrets.mac("audit-root", macText(keyed)) };
};

/** Whether it was us who let these facts go, and not somebody who only says so. */
export const pruningSignature = (secrets: Secrets, pruning: Pruning): Signature => {
  if (!secrets.keyIds.includes(pruning.keyId)) return "unknown-key";
  return secrets.isMac("audit-root", macText(pruning), pruning.mac) ? "right" : "wrong";
};
