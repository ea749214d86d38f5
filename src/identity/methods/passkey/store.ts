import type { Change } from "../../../flow/index.ts";
import type { AccountId, EntranceId, FactorId } from "../../../kernel/ids.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { NewPasskey, StoredPasskey } from "./verify/index.ts";

/** As WebAuthn asks for it. */
export type Descriptor = {
  readonly credentialId: string;
  readonly transports: readonly string[];
};

/** An account's own, of one RP ID: a browser finds no others. */
export const passkeysOf = (
  tx: Tx,
  { accountId, rpId }: { readonly accountId: AccountId; readonly rpId: string },
): Promise<Descriptor[]> =>
  tx.query<Descriptor>(sql`
    select p.credential_id as "credentialId", p.transports from passkey p
      join factor f on f.society_id = p.society_id and f.id = p.factor_id
     where p.society_id = ${tx.society} and f.account_id = ${accountId} and p.rp_id = ${rpId}
     order by f.added_at, f.id`);

export type FoundPasskey = StoredPasskey & {
  readonly factorId: FactorId;
  readonly accountId: AccountId;
  readonly rpId: string;
};

type Credential = { readonly entranceId: EntranceId; readonly credentialId: string };

/** One of this society's, by what the authenticator calls it. */
export const passkeyNamed = (
  tx: Tx,
  { entranceId, credentialId }: Credential,
): Promise<FoundPasskey | undefined> =>
  tx.one<FoundPasskey>(sql`
    select p.factor_id as "factorId", f.account_id as "accountId",
      p.credential_id as "credentialId", p.public_key as "publicKey", p.counter::float8 as counter,
      p.is_syncable as "isSyncable", p.rp_id as "rpId"
      from passkey p
      join factor f on f.society_id = p.society_id and f.id = p.factor_id
     where p.society_id = ${tx.society} and p.entrance_id = ${entranceId}
       and p.credential_id = ${credentialId}`);

/** At this entrance, by whomever: its directory takes each credential once. */
export const isPasskeyKnown = async (
  tx: Tx,
  { entranceId, credentialId }: Credential,
): Promise<boolean> => {
  const row = await tx.one<{ isKnown: boolean }>(
    sql`select is_passkey_known(${entranceId}, ${credentialId}) as "isKnown"`,
  );
  return row?.isKnown === true;
};

type Writing = {
  readonly factorId: FactorId;
  readonly entranceId: EntranceId;
  readonly rpId: string;
  readonly passkey: NewPasskey;
};

/** Its header stands already. */
export const insertPasskey =
  ({ factorId, entranceId, rpId, passkey }: Writing): Change =>
  (tx) => {
    const { credentialId, publicKey, counter, transports, aaguid } = passkey;
    tx.write(sql`
      insert into passkey (society_id, factor_id, entrance_id, credential_id, public_key, counter,
        transports, rp_id, aaguid, is_syncable, is_synced)
      values (${tx.society}, ${factorId}, ${entranceId}, ${credentialId}, ${publicKey}, ${counter},
        ${transports}, ${rpId}, ${aaguid}, ${passkey.isSyncable}, ${passkey.isSynced})`);
    tx.write(sql`
      insert into passkey_directory (entrance_id, credential_id, society_id, factor_id)
      values (${entranceId}, ${credentialId}, ${tx.society}, ${factorId})`);
  };

/** The passkey itself goes with its header. */
export const forgetCredential =
  (factorId: FactorId): Change =>
  (tx) =>
    tx.write(sql`
      delete from passkey_directory
       where society_id = ${tx.society} and factor_id = ${factorId}`);

/** After each use: what the next one is compared with, and whether it is backed up by now. */
export const notePasskeyUsed =
  (
    factorId: FactorId,
    { counter, isSynced }: { readonly counter: number; readonly isSynced: boolean },
  ): Change =>
  (tx) =>
    tx.write(sql`
      update passkey set counter = ${counter}, is_synced = ${isSynced}
       where society_id = ${tx.society} and factor_id = ${factorId}`);
