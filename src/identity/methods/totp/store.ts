import type { Change } from "../../../flow/index.ts";
import type { AccountId, FactorId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";

type NewDevice = {
  readonly factorId: FactorId;
  /** Sealed. */
  readonly seed: string;
  readonly lastStep: number;
};

export const insertDevice =
  ({ factorId, seed, lastStep }: NewDevice) =>
  (tx: Tx): void =>
    tx.write(sql`
      insert into totp_device (society_id, factor_id, seed, last_step)
      values (${tx.society}, ${factorId}, ${seed}, ${lastStep})`);

export type KeptDevice = Omit<NewDevice, "factorId">;

/** One device of an account; undefined: it is not there any more, or somebody else's. */
export const deviceOf = (
  tx: Tx,
  accountId: AccountId,
  factorId: FactorId,
): Promise<KeptDevice | undefined> =>
  tx.one<KeptDevice>(sql`
    select d.seed, d.last_step as "lastStep" from totp_device d
      join factor f on f.society_id = d.society_id and f.id = d.factor_id
     where d.society_id = ${tx.society} and d.factor_id = ${factorId}
       and f.account_id = ${accountId}`);

/**
 * The step's code was taken: neither it nor one before it is taken again.
 * @throws when another was first: the account's row is held, so that this cannot be
 */
export const takeStep =
  (factorId: FactorId, step: number): Change =>
  async (tx) => {
    const taken = await tx.one(sql`
      update totp_device set last_step = ${step}
       where society_id = ${tx.society} and factor_id = ${factorId} and last_step < ${step}
       returning factor_id`);
    if (!taken) throw new Error("the same step of a device was taken twice");
  };
