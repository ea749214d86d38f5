import type { SocietyId } from "../../kernel/ids.ts";
import { type Sql, sql } from "../../platform/database/sql.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { beginning } from "./root.ts";
import type { Head, Position, Seal, StoredFact } from "./types.ts";

/** What walking along a chain needs of the database: a snapshot will do. */
export type Reads = Pick<Database, "read">;

/** @see begin_audit_era in migrations/0008_audit_seals.sql */
export const beginAuditEra = async (database: Database): Promise<void> => {
  await database.directory(sql`select begin_audit_era()`);
};

/** Societies with facts that can be sealed now. */
export const societiesToSeal = async (database: Database): Promise<readonly SocietyId[]> => {
  const rows = await database.directory<{ id: SocietyId }>(
    sql`select id from societies_to_seal() as id`,
  );
  return rows.map(({ id }) => id);
};

/** Whether this transaction alone adds to the society's chain; never waits. */
export const tryToHoldChain = async (tx: Tx): Promise<boolean> =>
  (
    await tx.one<{ held: boolean }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended('audit-seal ' || ${tx.society}, 0)) as held`)
  )?.held === true;

/** The same, and waits for who adds just now. */
export const holdChain = (tx: Tx): void =>
  tx.write(sql`
    select pg_advisory_xact_lock(hashtextextended('audit-seal ' || ${tx.society}, 0))`);

type SealRow = Omit<Seal, "last"> & {
  readonly era: number;
  readonly transaction: string;
  readonly fact: string;
};

const sealOf = ({ era, transaction, fact, ...row }: SealRow): Seal => ({
  ...row,
  last: { era, transaction, fact },
});

type Seals = {
  readonly society: SocietyId;
  /** Not with it; null: the newest one and no other. */
  readonly after: number | null;
  readonly most: number;
};

/** One statement for the head and for all: a column that only one of them had would break roots. */
const sealsOf = ({ society, after, most }: Seals): Sql => sql`
  with first as materialized (
    select case when ${after}::int is null
      then (select number from audit_seal where society_id = ${society} order by number desc limit 1)
      else ${after} + 1 end as number
  )
  select society_id as society, number, previous_root as "previousRoot", root, facts,
    last_era as era, last_transaction::text as transaction, last_fact_id as fact, leaves,
    key_id as "keyId", mac, trunc(extract(epoch from sealed_at) * 1000000)::text as "sealedAt"
  from audit_seal where society_id = ${society} and number >= (select number from first)
  order by number limit ${most}`;

export const headOf = async (tx: Tx): Promise<Seal | null> => {
  const row = await tx.one<SealRow>(sealsOf({ society: tx.society, after: null, most: 1 }));
  return row ? sealOf(row) : null;
};

/** In their order, from the one after `after`. */
export const sealsIn = async (
  tx: Tx,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly Seal[]> =>
  (await tx.query<SealRow>(sealsOf({ society: tx.society, after, most }))).map(sealOf);

export const sealsAfter = async (
  database: Reads,
  { society, number, most }: { society: SocietyId; number: number; most: number },
): Promise<readonly Seal[]> => {
  const [rows] = await database.read(society, [sealsOf({ society, after: number, most })]);
  return (rows as SealRow[]).map(sealOf);
};

type Stretch = {
  readonly society: SocietyId;
  /** Not with it; null: after the newest seal, and only what can be sealed now. */
  readonly after: Position | null;
  /** With it; null: to the end. */
  readonly upTo: Position | null;
  readonly most: number;
};

const end: Position = {
  era: 2_147_483_647,
  transaction: "18446744073709551615",
  fact: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/**
 * Facts in the order of the chain. One statement for sealing and for verifying: a column that only
 * one of them had would break every leaf. A COALESCE around the columns of the place where it begins
 * would keep row security from using the index.
 */
const factsOf = ({ society, after, upTo, most }: Stretch): Sql => {
  const [from, to, isToSeal] = [after ?? beginning, upTo ?? end, after === null];
  return sql`
    with place as materialized (
      select era, transaction, fact from (
        (select number, last_era as era, last_transaction as transaction, last_fact_id as fact
         from audit_seal where society_id = ${society} and ${isToSeal}
         order by number desc limit 1)
        union all
        select 0, ${from.era}::int, ${from.transaction}::xid8, ${from.fact}::uuid
      ) as seal order by number desc limit 1
    )
    select society_id as society, era, transaction_id::text as transaction, id,
      trunc(extract(epoch from at) * 1000000)::text as at, actor_kind as "actorKind",
      actor_id as "actorId", action, subject_kind as "subjectKind", subject_id as "subjectId",
      member_id as "memberId", request_id as "requestId", source, details::text as details
    from audit_fact
    where society_id = ${society}
      and (era, transaction_id, id) > (
        (select era from place), (select transaction from place), (select fact from place))
      and (era, transaction_id, id) <= (${to.era}::int, ${to.transaction}::xid8, ${to.fact}::uuid)
      and (not ${isToSeal}
        or transaction_id < pg_snapshot_xmin(pg_current_snapshot()) or era < audit_era())
    order by society_id, era, transaction_id, id limit ${most}`;
};

/**
 * The next facts of the chain, oldest first. Only those of transactions below the oldest one at
 * work: whatever commits later comes after them. Facts of an earlier era are all there is of it.
 */
export const factsToSeal = (tx: Tx, most: number): Promise<readonly StoredFact[]> =>
  tx.query<StoredFact>(factsOf({ society: tx.society, after: null, upTo: null, most }));

/** Facts between two places of the order, oldest first; at most so many, from its beginning. */
export const factsBetween = async (
  database: Reads,
  stretch: Stretch & { readonly after: Position },
): Promise<readonly StoredFact[]> => {
  const [rows] = await database.read(stretch.society, [factsOf(stretch)]);
  return rows as StoredFact[];
};

/** The same within a transaction. */
export const factsIn = (
  tx: Tx,
  stretch: Omit<Stretch, "society"> & { readonly after: Position },
): Promise<readonly StoredFact[]> =>
  tx.query<StoredFact>(factsOf({ ...stretch, society: tx.society }));

export const insertSeal = (tx: Tx, seal: Seal): void =>
  tx.write(sql`
    insert into audit_seal (society_id, number, previous_root, root, facts, last_era,
      last_transaction, last_fact_id, leaves, key_id, mac, sealed_at)
    values (${tx.society}, ${seal.number}, ${seal.previousRoot}, ${seal.root}, ${seal.facts},
      ${seal.last.era}, ${seal.last.transaction}::xid8, ${seal.last.fact}, ${seal.leaves},
      ${seal.keyId}, ${seal.mac},
      timestamptz 'epoch' + ${seal.sealedAt}::bigint * interval '1 microsecond')`);

/** Where those facts stand now. */
export const placesOf = async (
  database: Reads,
  society: SocietyId,
  facts: readonly string[],
): Promise<ReadonlyMap<string, Position>> => {
  const [rows] = await database.read(society, [
    sql`select era, transaction_id::text as transaction, id as fact from audit_fact
        where society_id = ${society} and id = any(${facts}::uuid[])`,
  ]);
  return new Map((rows as Position[]).map((place) => [place.fact, place]));
};

/** How many facts come after a place, not yet sealed. */
export const countAfter = async (
  database: Reads,
  society: SocietyId,
  after: Position,
): Promise<number> => {
  const [rows] = await database.read(society, [
    sql`select count(*) as count from audit_fact
        where society_id = ${society}
          and (era, transaction_id, id) > (${after.era}::int, ${after.transaction}::xid8, ${after.fact}::uuid)`,
  ]);
  return (rows as [{ count: number }])[0].count;
};

export const latestSeal = (database: Database, society: SocietyId): Promise<Seal | null> =>
  database.inSociety(society, headOf);

/** All that is on record of a society: equal standings mean that nothing was added in between. */
export type AuditStanding = {
  readonly facts: number;
  readonly last: Position | null;
  readonly head: Head | null;
};

const standingOf = (society: SocietyId): readonly [Sql, Sql] => [
  sql`
    select (select count(*) from audit_fact where society_id = ${society}) as facts,
      era, transaction_id::text as transaction, id as fact
    from audit_fact where society_id = ${society}
    order by society_id desc, era desc, transaction_id desc, id desc limit 1`,
  sql`
    select number, root from audit_seal where society_id = ${society}
    order by number desc limit 1`,
];

type StandingRow = { readonly facts: number } & Position;

const toStanding = (row: StandingRow | undefined, head: Head | undefined): AuditStanding => ({
  facts: row?.facts ?? 0,
  last: row ? { era: row.era, transaction: row.transaction, fact: row.fact } : null,
  head: head ? { number: head.number, root: head.root } : null,
});

export const auditStanding = async (tx: Tx): Promise<AuditStanding> => {
  const [facts, head] = standingOf(tx.society);
  return toStanding(await tx.one<StandingRow>(facts), await tx.one<Head>(head));
};

/** The same, of a snapshot. */
export const readAuditStanding = async (
  database: Reads,
  society: SocietyId,
): Promise<AuditStanding> => {
  const [facts, heads] = await database.read(society, standingOf(society));
  return toStanding(facts?.[0] as StandingRow | undefined, heads?.[0] as Head | undefined);
};

/** Undefined: there is no such seal. */
export const rootOfSeal = async (tx: Tx, number: number): Promise<string | undefined> =>
  (
    await tx.one<{ root: string }>(sql`
      select root from audit_seal where society_id = ${tx.society} and number = ${number}`)
  )?.root;
