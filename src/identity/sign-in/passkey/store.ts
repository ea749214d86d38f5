import { type Id, newId, type SocietyId } from "../../../kernel/ids.ts";
import { epochMsOf, type Instant, later } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import type { HeldPasskey } from "./rules.ts";
import type { OwnPasskey, PasskeyTry } from "./types.ts";

type Row = { readonly [K in keyof OwnPasskey]: OwnPasskey[K] | null } & {
  readonly sourceTries: number;
};

const isWhole = (row: Row): row is OwnPasskey & Row => row.memberId !== null;

/** Whose a credential is, and how often its source failed lately, in one round trip in any case. */
export const findPasskey = async (
  database: Database,
  who: PasskeyTry,
  withinMinutes: number,
): Promise<{ readonly own: OwnPasskey | null; readonly sourceTries: number }> => {
  const since = later(who.at, { minutes: -withinMinutes });
  const [row] = await database.directory<Row>(sql`
    select society_id as "societyId", factor_id as "factorId", account_id as "accountId",
      member_id as "memberId", public_key as "publicKey", counter, is_syncable as "isSyncable",
      sources_tries as "sourceTries"
    from find_passkey(${who.entranceId}, ${who.credentialId}, ${who.sourceMac}, ${who.loginMac},
      ${since})`);
  if (!row) throw new Error("find_passkey answers with one row, always");
  return { own: isWhole(row) ? row : null, sourceTries: row.sourceTries };
};

type HeldAccount = Omit<HeldPasskey, "passkey">;

/**
 * The account, held until the session has begun: whoever locks it, takes the passkey away or uses it
 * at this moment comes before or after.
 */
export const holdPasskey = async (
  tx: Tx,
  { accountId, factorId }: Pick<OwnPasskey, "accountId" | "factorId">,
): Promise<HeldPasskey | undefined> => {
  const [account, passkey] = await Promise.all([
    tx.one<HeldAccount>(sql`
      select locked_at as "lockedAt", factor_locked_until as "factorLockedUntil",
        awaits_letter is not null as "isAwaitingLetter"
        from account where society_id = ${tx.society} and id = ${accountId}
        for no key update`),
    tx.one<Pick<OwnPasskey, "publicKey" | "counter">>(sql`
      select p.public_key as "publicKey", p.counter from passkey p
        join factor f on f.society_id = p.society_id and f.id = p.factor_id
       where p.society_id = ${tx.society} and p.factor_id = ${factorId}
         and f.account_id = ${accountId}`),
  ]);
  return account && { ...account, passkey: passkey ?? null };
};

/** @returns false when an answer to it was taken before */
export const useChallenge = async (tx: Tx, hash: string, at: Instant): Promise<boolean> => {
  const used = await tx.one(sql`
    insert into passkey_challenge (challenge_hash, used_at) values (${hash}, ${at})
    on conflict do nothing returning challenge_hash`);
  return used !== undefined;
};

/** Wrong second factors stay counted: this was none of them put right. */
export const noteSignIn = (tx: Tx, { factorId }: Pick<OwnPasskey, "factorId">, at: Instant): void =>
  tx.write(sql`
    update factor set used_at = ${at} where society_id = ${tx.society} and id = ${factorId}`);

export type RefusedTry = {
  readonly who: PasskeyTry;
  /** お問い合わせ番号 */
  readonly reference: string;
  readonly reason: string;
  /** Null for a passkey that nobody has. */
  readonly whose: { readonly societyId: SocietyId; readonly accountId: Id<string> } | null;
};

/** The row under which staff find the real reason: the same for a known and an unknown passkey. */
export const insertRefused = (tx: Tx, { who, reference, reason, whose }: RefusedTry): void =>
  tx.write(sql`
    insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason,
      society_id, target_id)
    values (${who.entranceId}, ${newId(epochMsOf(who.at))}, ${who.at}, 'sign-in', ${reference},
      ${who.sourceMac}, ${who.loginMac}, ${reason}, ${whose?.societyId ?? null},
      ${whose?.accountId ?? null})`);
