import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Instant } from "../../../kernel/time.ts";
import { StartRefusal } from "../../start-refusal.ts";
import { connectOrRefuse, type DatabaseConfig } from "../config.ts";
import { codeOf, failureKind } from "../failures.ts";
import { ensureAppRole } from "./app-role.ts";

export type Migrating = {
  /** The role that owns the schema. */
  readonly owner: DatabaseConfig;
  /** What `:"app"` and `:'app'` stand for. With a password the role is made where it is missing. */
  readonly appRole: { readonly name: string; readonly password?: string };
  /** Folder of `0001_name.sql` files. */
  readonly folder: string;
  readonly now: Instant;
  readonly lockTimeoutMs?: number;
};

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
};

const migratingLock = 0x6d696772; // "migr"

const refuse = (line: string): never => {
  throw new StartRefusal("migration", line);
};

/** The numbered files in their order. @throws StartRefusal when two have the same number */
export const readMigrations = (folder: string): readonly Migration[] => {
  const names = readdirSync(folder).filter((name) => /^\d{4}_.+\.sql$/.test(name));
  const found = names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    return { number: Number(name.slice(0, 4)), name, text, sha256 };
  });
  const twice = found.find(({ number }, i) => found[i + 1]?.number === number);
  if (twice) refuse(`Two migrations have the number of ${twice.name}.`);
  return found;
};

/** @throws StartRefusal when one was changed after it had been applied */
export const unapplied = async (
  client: pg.Client,
  all: readonly Migration[],
): Promise<readonly Migration[]> => {
  const { rows } = await client.query<{ number: number; sha256: string }>(
    "select number, sha256 from migration",
  );
  const applied = new Map(rows.map((row) => [row.number, row.sha256]));
  const changed = all.find((one) => (applied.get(one.number) ?? one.sha256) !== one.sha256);
  // Numbers that we do not know are of a newer version, which keeps its schema fit for ours.
  if (changed)
    refuse(`Migration ${changed.name} was changed after it had been applied: write a new one.`);
  return all.filter((one) => !applied.has(one.number));
};

const reasonOf = (error: unknown) => {
  if (failureKind(error) === "storage-full") return "the disk is full";
  if (codeOf(error) === "55P03") return "another transaction holds a lock; try again";
  return (error as Error).message;
};

/** As psql writes them: `:"app"` the role's name as an identifier, `:'app'` as a text. */
const withRole = (text: string, name: string) =>
  text.replaceAll(':"app"', pg.escapeIdentifier(name)).replaceAll(":'app'", pg.escapeLiteral(name));

const apply = async (
  client: pg.Client,
  one: Migration,
  { appRole, now, lockTimeoutMs }: Migrating,
) => {
  try {
    await client.query(`begin; set local lock_timeout = ${lockTimeoutMs ?? 5000}`);
    await client.query(withRole(one.text, appRole.name));
    await client.query("insert into migration values ($1, $2, $3, $4)", [
      ...[one.number, one.name, one.sha256, now],
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    refuse(`Migration ${one.name} was not applied: ${reasonOf(error)}`);
  }
};

const prepareLedger = async (client: pg.Client, appRole: string) => {
  await client.query(`
    create table if not exists migration (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null
    );
    grant select on migration to ${pg.escapeIdentifier(appRole)}`);
};

/**
 * Applies what is missing, each file in a transaction of its own, one process at a time.
 * @returns the names of the files that were applied now
 * @throws StartRefusal with one line; files before the one it names stay applied
 */
export const migrate = async (migrating: Migrating): Promise<readonly string[]> => {
  const { owner: config, appRole, folder } = migrating;
  const all = readMigrations(folder);
  const noLimits = { statementTimeoutMs: 0, lockTimeoutMs: 0 };
  const client = await connectOrRefuse(
    { config, applicationName: "kenpo migrate", ...noLimits },
    "DATABASE_URL",
  );
  try {
    await client.query(`select pg_advisory_lock(${migratingLock})`);
    if (appRole.password !== undefined) await ensureAppRole(client, appRole.name, appRole.password);
    await prepareLedger(client, appRole.name);
    const toApply = await unapplied(client, all);
    for (const one of toApply) await apply(client, one, migrating);
    return toApply.map(({ name }) => name);
  } finally {
    await client.end();
  }
};
