import pg from "pg";
import { StartRefusal } from "../../start-refusal.ts";
import { connectOrRefuse, type DatabaseConfig } from "../config.ts";

const known = "select from pg_roles where rolname = $1";
const mayCreate =
  "select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user";

/** Makes the app's role where it is missing and the owner may. @throws StartRefusal */
export const ensureAppRole = async (
  owner: pg.Client,
  name: string,
  password: string,
): Promise<void> => {
  if ((await owner.query(known, [name])).rowCount) return;
  const quoted = pg.escapeIdentifier(name);
  if (!(await owner.query(mayCreate)).rows[0]?.may) {
    throw new StartRefusal(
      "app-role",
      `The role of DATABASE_URL may not create roles. Run as an administrator: CREATE ROLE ${quoted} LOGIN PASSWORD '…'; then set DATABASE_APP_URL to that role.`,
    );
  }
  await owner.query(`create role ${quoted} login password ${pg.escapeLiteral(password)}`);
};

const oldestVersion = 150_000;

// Whoever may become the owner or a superuser (SET ROLE) is no weaker than they are.
const strength = `
  select current_setting('server_version_num') as version, current_database() as name,
    current_user as role, has_database_privilege(current_database(), 'temporary') as "temporary",
    exists (select from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(oid, 'member')) as "strong",
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'member')
    ) as "owner"`;

type Strength = {
  readonly version: string;
  readonly name: string;
  readonly role: string;
  readonly temporary: boolean;
  readonly strong: boolean;
  readonly owner: boolean;
};

// Imports gather and compare a file in a temporary table.
const noTemporary = ({ name, role }: Strength) =>
  new StartRefusal(
    "app-role",
    `DATABASE_APP_URL: its role may not make temporary tables. Run as the database's owner: GRANT TEMPORARY ON DATABASE ${pg.escapeIdentifier(name)} TO ${pg.escapeIdentifier(role)};`,
  );

/**
 * Row security binds neither superusers nor BYPASSRLS, and an owner can switch it off.
 * @param variable names where the role comes from, in the line of a refusal
 * @throws StartRefusal when the app would work as one of them, or cannot connect
 */
export const checkAppRole = async (
  app: DatabaseConfig,
  variable = "DATABASE_APP_URL",
): Promise<void> => {
  const client = await connectOrRefuse({ config: app, applicationName: "kenpo check" }, variable);
  try {
    const { rows } = await client.query<Strength>(strength);
    const [found] = rows;
    if (Number(found?.version) < oldestVersion)
      throw new StartRefusal("database-version", "DATABASE_URL: needs PostgreSQL 15 or newer.");
    if (found && !found.temporary) throw noTemporary(found);
    if (!found?.strong && !found?.owner) return;
    const what = found.strong ? "is a superuser or bypasses row security" : "owns the tables";
    throw new StartRefusal(
      "app-role",
      `DATABASE_APP_URL: its role ${what}, so societies would not be kept apart: use a role of its own that is neither.`,
    );
  } finally {
    await client.end();
  }
};
