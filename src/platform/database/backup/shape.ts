import pg from "pg";

/** How one table is read and written as a whole. */
export type Shape = {
  readonly table: string;
  /** Those that a row is made of, in their order; generated ones make themselves. */
  readonly columns: readonly string[];
  /** Row security shows the app one society at a time. */
  readonly isBySociety: boolean;
  /** What ORDER BY takes: always the same order, on every server. */
  readonly order: readonly string[];
};

type Column = {
  readonly name: string;
  readonly isText: boolean;
  readonly isGenerated: boolean;
  /** Place in the primary key, from 1. */
  readonly inKey: number | null;
  readonly isBySociety: boolean;
};

const columnsOf = `
  select a.attname as name, t.typcollation <> 0 as "isText", a.attgenerated <> '' as "isGenerated",
    array_position(k.conkey, a.attnum) as "inKey", c.relrowsecurity as "isBySociety"
  from pg_class c join pg_attribute a on a.attrelid = c.oid
    join pg_type t on t.oid = a.atttypid
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  where c.oid = to_regclass('public.' || quote_ident($1)) and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

/** A database has an order of its own for texts. */
const inOrder = ({ name, isText }: Column) =>
  `${pg.escapeIdentifier(name)}${isText ? ' collate "C"' : ""}`;

/** @throws where there is no such table, or it has no primary key */
export const shapeOf = async (client: pg.Client, table: string): Promise<Shape> => {
  const { rows } = await client.query<Column>(columnsOf, [table]);
  const key = rows.filter(({ inKey }) => inKey !== null);
  if (key.length === 0) throw new Error(`${table}: no table with a primary key`);
  const isBySociety = rows[0]?.isBySociety === true;
  // the export goes from society to society
  const rank = ({ name, inKey }: Column) =>
    isBySociety && name === "society_id" ? 0 : (inKey ?? 0);
  const leading = rows.filter(({ name, inKey }) => inKey === null && name === "society_id");
  return {
    table,
    columns: rows.filter(({ isGenerated }) => !isGenerated).map(({ name }) => name),
    isBySociety,
    order: [...(isBySociety ? leading : []), ...key]
      .toSorted((a, b) => rank(a) - rank(b))
      .map(inOrder),
  };
};

const namesOf = ({ columns }: Shape) => columns.map(pg.escapeIdentifier).join(", ");
const nameOf = ({ table }: Shape) => `public.${pg.escapeIdentifier(table)}`;

/** Rows in text format: the same on every version of the server. */
export const copyOut = (shape: Shape, where = "true"): string =>
  `copy (select ${namesOf(shape)} from ${nameOf(shape)} where ${where}
    order by ${shape.order.join(", ")}) to stdout`;

export const copyIn = (shape: Shape): string =>
  `copy ${nameOf(shape)} (${namesOf(shape)}) from stdin`;
