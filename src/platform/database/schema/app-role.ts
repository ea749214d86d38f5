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
  select current_setting('server_version_num') as version,
    exists (select from pg_roles where (rolsuper or rolbypassrls) and pg_has_role(oid, 'member')) as "strong",
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'member')
    ) as "owner"`;

/**
 * Row security binds neither superusers nor BYPASSRLS, and an owner can switch it off.
 * @throws StartRefusal when the app would work as one of them, or cannot connect
 */
export const checkAppRole = async (app: DatabaseConfig): Promise<void> => {
  const client = await connectOrRefuse(
    { config: app, applicationName: "kenpo check" },
    "DATABASE_APP_URL",
  );
  try {
    const { rows } = await client.query<{ version: string; strong: boolean; owner: boolean }>(
      strength,
    );
    const found = rows[0];
    if (Number(found?.version) < oldestVersion)
      throw new StartRefusal("database-version", "DATABASE_URL: needs PostgreSQL 15 or newer.");
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
