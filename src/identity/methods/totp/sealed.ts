import type { FactorId, SocietyId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";

type Row = { readonly society: SocietyId; readonly factorId: FactorId };

const about = ({ society, factorId }: Row) => `totp ${society} ${factorId}`;

/** Bound to its row: a seed that is moved to another device opens nothing. */
export const sealSeed = (secrets: Secrets, row: Row, seed: string): string =>
  secrets.seal("totp-seed", about(row), seed);

/** @throws when it was altered or moved, or its key is not known any more */
export const openSeed = (secrets: Secrets, row: Row, sealed: string): string =>
  secrets.open("totp-seed", about(row), sealed);
