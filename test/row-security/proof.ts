import assert from "node:assert/strict";
import pg from "pg";

type Column = { readonly name: string; readonly type: string };

/** Columns that an insert must fill: not null, without default, not generated. */
const neededColumns = async (owner: pg.Client, table: string): Promise<readonly Column[]> =>
  (
    await owner.query<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type
       from pg_attribute a
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
         and a.attnotnull and not a.atthasdef and a.attidentity = '' order by a.attnum`,
      [table],
    )
  ).rows;

const samples: Readonly<Record<string, string>> = {
  integer: "1",
  smallint: "1",
  bigint: "1",
  numeric: "1",
  boolean: "true",
  date: "date '2026-01-01'",
  "timestamp with time zone": "timestamptz '2026-01-01 00:00:00+00'",
  jsonb: "'{}'",
  xid8: "'1'",
  bytea: "'\\x00'",
};

/** SQL that inserts a smallest row; `n` keeps the rows' keys apart. */
const insertion = (table: string, columns: readonly Column[], society: string, n: number) => {
  const sampleFor = ({ name, type }: Column) => {
    if (name === "society_id") return `'${society}'`;
    if (type === "uuid") return `'00000000-0000-7000-8000-${String(n).padStart(12, "0")}'`;
    if (type === "text") return `'x${n}'`;
    const sample = samples[type] ?? (type.endsWith("[]") ? "'{}'" : undefined);
    assert.ok(sample, `${table}.${name}: add a sample value of type ${type}`);
    return sample;
  };
  const names = columns.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  return `insert into ${table} (${names}) values (${columns.map(sampleFor).join(", ")})`;
};

/**
 * Leaves nothing but row security between the app and the rows: no checks, no foreign keys that
 * would refuse a wrong row first, and every privilege. In a clone of its own.
 */
export const layBare = async (owner: pg.Client, appRole: string): Promise<void> => {
  const { rows } = await owner.query<{ text: string }>(`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as text
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where n.nspname = 'public' and contype in ('c', 'f') order by contype desc`);
  for (const { text } of rows) await owner.query(text);
  await owner.query(
    `grant select, insert, update, delete on all tables in schema public to ${appRole}`,
  );
};

type Outcome = { readonly rows: number } | { readonly refused: string };

/** Runs one statement in a transaction of that society, or of none. */
const as = async (client: pg.Client, society: string | null, text: string): Promise<Outcome> => {
  await client.query("begin");
  if (society) await client.query(`set local app.society_id = '${society}'`);
  try {
    const { rowCount } = await client.query(text);
    await client.query("commit");
    return { rows: rowCount ?? 0 };
  } catch (error) {
    await client.query("rollback");
    return { refused: (error as { code: string }).code };
  }
};

export const societyA = "00000000-0000-7000-8000-00000000000a";
export const societyB = "00000000-0000-7000-8000-00000000000b";
const nothing: Outcome = { rows: 0 };
const done: Outcome = { rows: 1 };
// insufficient_privilege: with every privilege granted, it is the policy that refused
const refused: Outcome = { refused: "42501" };

/** With a row of society A present, the wrong society and no society see and change nothing. */
export const prove = async (owner: pg.Client, app: pg.Client, name: string): Promise<void> => {
  const table = pg.escapeIdentifier(name);
  const columns = await neededColumns(owner, table);
  const insert = (society: string, n: number) => insertion(table, columns, society, n);
  const expect = async (society: string | null, text: string, outcome: Outcome) =>
    assert.deepEqual(
      await as(app, society, text),
      outcome,
      `society ${society ?? "none"}: ${text}`,
    );
  await expect(societyA, insert(societyA, 1), done);
  await expect(societyA, `select from ${table}`, done);
  for (const stranger of [societyB, null]) {
    await expect(stranger, `select from ${table}`, nothing);
    await expect(stranger, `update ${table} set society_id = society_id`, nothing);
    await expect(stranger, `delete from ${table}`, nothing);
    await expect(stranger, insert(societyA, 2), refused);
  }
  // Nor can a row be pushed over into another society.
  await expect(societyB, insert(societyB, 3), done);
  await expect(societyB, `update ${table} set society_id = '${societyA}'`, refused);
  await expect(societyA, `select from ${table}`, done);
};
