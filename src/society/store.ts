import type { EntranceId, SocietyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import { sql } from "../platform/database/sql.ts";
import type { Database, Tx } from "../platform/database/types.ts";

/**
 * `host` as stored: `` is the installation's base host, `asahi.` stands before it, anything else
 * is a whole host. So the same rows serve under another base URL.
 */
export type EntranceRow = {
  readonly id: EntranceId;
  readonly host: string;
  readonly kind: "own" | "shared";
  readonly document: unknown;
  /** RP ID of its passkeys, once there is one. */
  readonly rpId?: string | null;
};

export type SocietyRow = {
  readonly id: SocietyId;
  readonly code: string;
  readonly entrance_id: EntranceId;
  readonly insurer_number: string;
  readonly version: number;
};

/** How often the directory has changed. */
export const changeCount = async (database: Database): Promise<number> => {
  const [row] = await database.directory<{ count: number }>(sql`select count from registry_change`);
  return row?.count ?? 0;
};

export const directory = async (database: Database) => {
  const [entrances, societies] = await Promise.all([
    database.directory<EntranceRow>(
      sql`select id, host, kind, document, rp_id as "rpId" from entrance`,
    ),
    database.directory<SocietyRow>(
      sql`select id, code, entrance_id, insurer_number, version from society order by code`,
    ),
  ]);
  return { entrances, societies };
};

export const idOfCode = async (
  database: Database,
  code: string,
): Promise<SocietyId | undefined> => {
  const [row] = await database.directory<{ id: SocietyId }>(
    sql`select id from society where code = ${code}`,
  );
  return row?.id;
};

export const documentOf = async (
  database: Database,
  society: SocietyId,
  version: number,
): Promise<unknown> => {
  const [rows] = await database.read(society, [
    sql`select document from society_version where society_id = ${society} and version = ${version}`,
  ]);
  return (rows?.[0] as { document: unknown } | undefined)?.document;
};

export const documentIn = async (tx: Tx, version: number): Promise<unknown> => {
  const row = await tx.one<{ document: unknown }>(
    sql`select document from society_version
      where society_id = ${tx.society} and version = ${version}`,
  );
  return row?.document;
};

/** Whoever changes the directory does so alone. */
export const lockDirectory = (tx: Tx): Promise<unknown> =>
  tx.query(sql`select count from registry_change for update`);

/** Tells running servers; they see it together with the change. */
export const countChange = (tx: Tx): void =>
  tx.write(sql`update registry_change set count = count + 1`);

export const societiesNamed = (
  tx: Tx,
  { code, insurerNumber }: { readonly code: string; readonly insurerNumber: string },
): Promise<SocietyRow[]> =>
  tx.query<SocietyRow>(sql`select id, code, entrance_id, insurer_number, version from society
    where code = ${code} or (insurer_number = ${insurerNumber}
      -- a contract that ended takes no number away from the next one
      and not exists (select from society_ending e
        where e.society_id = society.id and e.erased_at is not null))`);

export const entranceAt = (tx: Tx, host: string): Promise<EntranceRow | undefined> =>
  tx.one<EntranceRow>(sql`select id, host, kind, document from entrance where host = ${host}`);

export const entranceById = (tx: Tx, id: EntranceId): Promise<EntranceRow | undefined> =>
  tx.one<EntranceRow>(sql`select id, host, kind, document from entrance where id = ${id}`);

export const addEntrance = (
  tx: Tx,
  { id, host, kind, document, at }: EntranceRow & { readonly at: Instant },
): void =>
  tx.write(sql`insert into entrance (id, host, kind, document, changed_at)
    values (${id}, ${host}, ${kind}, ${JSON.stringify(document)}::jsonb, ${at})`);

/** The first passkey fixes for which host they are made (RP ID); each later one finds it so. */
export const fixRpId = (
  tx: Tx,
  { id, rpId, at }: { readonly id: EntranceId; readonly rpId: string; readonly at: Instant },
): void =>
  tx.write(sql`
    with fixed as (
      update entrance set rp_id = ${rpId}, changed_at = ${at}
       where id = ${id} and rp_id is null returning 1
    )
    update registry_change set count = count + 1 where exists (select from fixed)`);

export const addSocietyRow = (
  tx: Tx,
  { code, entrance_id, insurer_number, at }: Omit<SocietyRow, "id" | "version"> & { at: Instant },
): void =>
  tx.write(sql`insert into society
    (id, code, entrance_id, insurer_number, version, created_at, changed_at)
    values (${tx.society}, ${code}, ${entrance_id}, ${insurer_number}, 1, ${at}, ${at})`);

export const setCurrentVersion = (
  tx: Tx,
  {
    version,
    insurerNumber,
    at,
  }: { readonly version: number; readonly insurerNumber: string; readonly at: Instant },
): void =>
  tx.write(sql`update society
    set version = ${version}, insurer_number = ${insurerNumber}, changed_at = ${at}
    where id = ${tx.society}`);

export type Version = {
  readonly version: number;
  readonly document: unknown;
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
};

export const addVersion = (tx: Tx, { version, document, by, reason, at }: Version): void =>
  tx.write(sql`insert into society_version
    (society_id, version, document, changed_by, reason, changed_at)
    values (${tx.society}, ${version}, ${JSON.stringify(document)}::jsonb, ${by}, ${reason}, ${at})`);

export const versionsOf = (tx: Tx): Promise<Omit<Version, "document">[]> =>
  tx.query(sql`select version, changed_by as by, reason, changed_at as at
    from society_version where society_id = ${tx.society} order by version desc`);
