import type pg from "pg";
import { type Access, directoryTables, ownersFunctions } from "./listed.ts";

/** One table of schema public, as the catalogue has it. */
export type Table = {
  readonly name: string;
  readonly hasSociety: boolean;
  readonly isEnabled: boolean;
  readonly isForced: boolean;
  readonly policies: readonly string[];
  /** First column of the primary key and of each unique index, by the index's name. */
  readonly firstOfUnique: Readonly<Record<string, string>>;
  readonly hasPrimaryKey: boolean;
  /** Foreign keys that could point into another society. */
  readonly looseReferences: readonly string[];
  /** On the table or any of its columns. */
  readonly appPrivileges: readonly string[];
};

const tableQuery = `
  select c.relname as name,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'society_id'
      and a.attnotnull and not a.attisdropped) as "hasSociety",
    c.relrowsecurity as "isEnabled",
    c.relforcerowsecurity as "isForced",
    array(select concat(p.polcmd, ' ', p.polpermissive, ' ', p.polroles::text,
        ' using ', pg_get_expr(p.polqual, p.polrelid),
        ' check ', pg_get_expr(p.polwithcheck, p.polrelid))
      from pg_policy p where p.polrelid = c.oid) as policies,
    (select coalesce(jsonb_object_agg(i.indexrelid::regclass::text,
        coalesce(pg_get_indexdef(i.indexrelid, 1, true), '')), '{}')
      from pg_index i where i.indrelid = c.oid and i.indisunique) as "firstOfUnique",
    exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as "hasPrimaryKey",
    array(select k.conname::text from pg_constraint k
      join pg_attribute there on there.attrelid = k.confrelid and there.attname = 'society_id'
      join pg_attribute here on here.attrelid = k.conrelid and here.attname = 'society_id'
      where k.conrelid = c.oid and k.contype = 'f'
        and (k.conkey[1] <> here.attnum or k.confkey[1] <> there.attnum)) as "looseReferences",
    array(select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate',
        'references', 'trigger']) as privilege
      where has_table_privilege($1::text, c.oid, privilege)
        or (privilege in ('select', 'insert', 'update', 'references')
          and has_any_column_privilege($1::text, c.oid, privilege))) as "appPrivileges"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
  order by c.relname`;

export const tablesOf = async (client: pg.Client, appRole: string): Promise<readonly Table[]> =>
  (await client.query<Table>(tableQuery, [appRole])).rows;

const boundToSociety = "(society_id = current_society())";
/** What protect_by_society makes: for every command, permissive, for everybody. */
const thePolicy = `* t {0} using ${boundToSociety} check ${boundToSociety}`;

/** What is wrong with a table that holds a society's data. */
const complaintsAbout = (table: Table): readonly string[] => {
  const say = (what: string) => `${table.name}: ${what}`;
  const unled = Object.entries(table.firstOfUnique).filter(([, first]) => first !== "society_id");
  const tooMuch = table.appPrivileges.filter((one) => /truncate|references|trigger/.test(one));
  return [
    ...(table.hasSociety ? [] : [say("has no society_id that is not null, and is not listed")]),
    ...(table.isEnabled ? [] : [say("row security is not enabled")]),
    ...(table.isForced ? [] : [say("row security is not forced")]),
    ...(table.policies.length > 0 ? [] : [say("has no policy")]),
    ...table.policies.filter((one) => one !== thePolicy).map((one) => say(`odd policy: ${one}`)),
    ...(table.hasPrimaryKey ? [] : [say("has no primary key")]),
    ...unled.map(([index, first]) => say(`${index} begins with ${first}, not with society_id`)),
    ...table.looseReferences.map((key) => say(`${key} may point into another society`)),
    // TRUNCATE asks no policy.
    ...tooMuch.map((one) => say(`the app may ${one}`)),
  ];
};

const complaintsAboutListed = (table: Table, app: readonly Access[], rows: "all" | "society") => {
  const extra = table.appPrivileges.filter((one) => !app.includes(one as Access));
  const unused = app.filter((one) => !table.appPrivileges.includes(one));
  return [
    ...extra.map((one) => `${table.name}: the app may ${one}, the list does not say so`),
    ...unused.map((one) => `${table.name}: the list allows ${one}, the app may not`),
    ...(rows === "all" || table.isEnabled ? [] : [`${table.name}: row security is not enabled`]),
  ];
};

/** Every table is either protected or listed. @returns one line for each thing that is wrong */
export const judgeTables = (tables: readonly Table[]): readonly string[] => {
  const names = new Set(tables.map(({ name }) => name));
  const gone = Object.keys(directoryTables).filter((name) => !names.has(name));
  return [
    ...tables.flatMap((table) => {
      const listed = directoryTables[table.name];
      return listed
        ? complaintsAboutListed(table, listed.app, listed.rows)
        : complaintsAbout(table);
    }),
    ...gone.map((name) => `${name}: is listed, but there is no such table`),
  ];
};

const functionQuery = `
  select p.proname as name, p.prosecdef as "asOwner",
    coalesce((select option from unnest(p.proconfig) as option where option like 'search_path=%'), '') as path,
    exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))
      where grantee = 0 and privilege_type = 'EXECUTE') as "forAll"
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'public' and p.prosecdef`;

type OwnersFunction = { readonly name: string; readonly path: string; readonly forAll: boolean };

/** Functions that run as the owner: listed, deaf to the caller's search path, not for everybody. */
export const judgeFunctions = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<OwnersFunction>(functionQuery);
  const names = new Set(rows.map(({ name }) => name));
  const gone = Object.keys(ownersFunctions).filter((name) => !names.has(name));
  return [
    ...rows.flatMap(({ name, path, forAll }) => [
      ...(name in ownersFunctions ? [] : [`${name}: runs as the owner, and is not listed`]),
      // Unless it is named last, pg_temp comes first, and a caller could slip in a table of its own.
      ...(/^search_path=pg_catalog(, public)?, pg_temp$/.test(path)
        ? []
        : [`${name}: search_path must be pg_catalog[, public], pg_temp`]),
      ...(forAll ? [`${name}: everybody may execute it`] : []),
    ]),
    ...gone.map((name) => `${name}: is listed, but there is no such function`),
  ];
};

/** Views read with their owner's rights, and a materialised one keeps every society's rows. */
export const judgeViews = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and (c.relkind in ('m', 'f')
      or c.relkind = 'v' and not coalesce(c.reloptions::text[] @> '{security_invoker=true}', false))`);
  return rows.map(({ name }) => `${name}: views must be security_invoker`);
};
