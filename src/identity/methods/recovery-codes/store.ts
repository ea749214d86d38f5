import type { AccountId, FactorId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";

/** リカバリーコード of an account, as its row says. */
export type CodesRow = {
  readonly factorId: FactorId;
  /** Hashes of those that are left, sealed. */
  readonly codes: string;
  readonly left: number;
};

/** @returns undefined where none were made */
export const codesOf = (tx: Tx, accountId: AccountId): Promise<CodesRow | undefined> =>
  tx.one<CodesRow>(sql`
    select c.factor_id as "factorId", c.codes, c.codes_left as left
      from factor f join recovery_codes c on c.society_id = f.society_id and c.factor_id = f.id
     where f.society_id = ${tx.society} and f.account_id = ${accountId}`);

export const insertCodes =
  ({ factorId, codes, left }: CodesRow) =>
  (tx: Tx): void =>
    tx.write(sql`
      insert into recovery_codes (society_id, factor_id, codes, codes_left)
      values (${tx.society}, ${factorId}, ${codes}, ${left})`);

/** To be called while the account is held. */
export const rewriteCodes =
  ({ factorId, codes, left }: CodesRow) =>
  (tx: Tx): void =>
    tx.write(sql`
      update recovery_codes set codes = ${codes}, codes_left = ${left}
       where society_id = ${tx.society} and factor_id = ${factorId}`);

/** リカバリーコード that are left; null: none were made. */
export const codesLeft = async (tx: Tx, accountId: AccountId): Promise<number | null> =>
  (await codesOf(tx, accountId))?.left ?? null;
