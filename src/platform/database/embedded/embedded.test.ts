import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { connectClient, type DatabaseConfig } from "../config.ts";
import { databaseName } from "./cluster.ts";
import { type Embedded, openEmbedded } from "./index.ts";
import { configFor } from "./keeper.ts";
import { placesIn, postmasterPid } from "./places.ts";
import { until } from "./postmaster.ts";
import { claimServing } from "./serving.ts";

const script = fileURLToPath(new URL("../../../../test/attached-process.ts", import.meta.url));
const log = () => {};
const isRoot = process.getuid?.() === 0;

let home: string;
let dataFolder: string;
before(() => {
  // Root's server runs as another account, which must be able to pass through.
  home = realpathSync(mkdtempSync(join(tmpdir(), "kenpo-launch-")));
  chmodSync(home, 0o711);
  dataFolder = join(home, "data");
});
after(() => rmSync(home, { recursive: true, force: true }));

// A test that failed half-way leaves nothing running for the next one.
const opened: Embedded[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.stdin?.end();
  for (const embedded of opened.splice(0)) await embedded.close();
});

const open = async (folder = dataFolder) => {
  const embedded = await openEmbedded({ dataFolder: folder, log });
  opened.push(embedded);
  return embedded;
};
const cluster = (folder = dataFolder) => placesIn(folder).cluster;
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const query = async (config: DatabaseConfig, text: string) => {
  const client = await connectClient({ config, applicationName: "test" });
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

type Attached = {
  readonly child: ChildProcess;
  readonly told: { adopted: boolean; serving: boolean };
};
const attached = async (folder = dataFolder, ...more: string[]): Promise<Attached> => {
  const child = spawn(process.execPath, [script, folder, ...more], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  children.push(child);
  let words = "";
  child.stdout?.on("data", (bytes) => {
    words += bytes;
  });
  await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  return { child, told: JSON.parse(words) };
};
const leaves = async ({ child }: Attached) => {
  const exit = once(child, "exit");
  child.stdin?.end();
  await exit;
};
const isKilled = async ({ child }: Attached) => {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
};
const crash = (folder = dataFolder) => {
  const pid = postmasterPid(cluster(folder));
  assert.ok(pid);
  process.kill(pid, "SIGKILL");
};

test("fresh: two ordinary roles, a socket only, and nothing runs after close", async () => {
  const embedded = await open();
  assert.equal(embedded.adopted, false);
  const powers = `select current_user as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
    current_setting('listen_addresses') as listens, current_setting('fsync') as fsync,
    pg_encoding_to_char(encoding) as encoding
    from pg_roles, pg_database where rolname = current_user and datname = current_database()`;
  const common = { strong: false, listens: "", fsync: "on", encoding: "UTF8" };
  assert.deepEqual(await query(embedded.ownerConfig, powers), [{ name: "kenpo_owner", ...common }]);
  assert.deepEqual(await query(embedded.appConfig, powers), [{ name: "kenpo_app", ...common }]);
  await query(embedded.ownerConfig, "create table kept (n integer)");
  assert.equal(statSync(placesIn(dataFolder).passwords).mode & 0o777, 0o600);
  const wrong = { ...embedded.appConfig, password: "guessed" };
  await assert.rejects(query(wrong, "select 1"), { code: "28P01" });
  const pid = postmasterPid(cluster());
  await embedded.close();
  assert.ok(pid && (await until(() => !isThere(pid), 1000)));
});

test("the last one out stops it, whoever started it", async () => {
  const first = await attached();
  const second = await open();
  assert.deepEqual([first.told.adopted, second.adopted], [false, true]);
  await leaves(first);
  assert.deepEqual(await query(second.ownerConfig, "select n from kept"), []);
  const third = await attached();
  await second.close();
  const pid = postmasterPid(cluster());
  assert.ok(pid && isThere(pid));
  await leaves(third);
  assert.equal(postmasterPid(cluster()), null);
});

test("after kill -9 of the process its server is adopted", async () => {
  const first = await attached();
  const pid = postmasterPid(cluster());
  await isKilled(first);
  const second = await open();
  assert.deepEqual([second.adopted, postmasterPid(cluster())], [true, pid]);
  await second.close();
  assert.equal(postmasterPid(cluster()), null);
});

test("after kill -9 of the server it comes back, with all that was committed", async () => {
  const embedded = await open();
  await query(embedded.ownerConfig, "insert into kept values (1)");
  const before = postmasterPid(cluster());
  crash();
  const isBack = () => {
    const pid = postmasterPid(cluster());
    return pid !== null && pid !== before;
  };
  assert.ok(await until(isBack, 20_000));
  const another = await open();
  assert.deepEqual(await query(another.ownerConfig, "select n from kept"), [{ n: 1 }]);
  await another.close();
  await embedded.close();
  assert.equal(postmasterPid(cluster()), null);
});

test("after kill -9 of both the next start recovers", async () => {
  const first = await attached();
  const owner = configFor(placesIn(dataFolder), "owner", databaseName);
  await query(owner, "insert into kept values (2)");
  const pid = postmasterPid(cluster());
  await isKilled(first);
  crash();
  const next = await open();
  assert.equal(next.adopted, false);
  assert.notEqual(postmasterPid(cluster()), pid);
  assert.deepEqual(await query(owner, "select n from kept order by n"), [{ n: 1 }, { n: 2 }]);
  await next.close();
});

test("a process id that somebody else got meanwhile does not stop the start", async () => {
  const file = join(cluster(), "postmaster.pid");
  // A process of the same account: PostgreSQL itself sees through those of others.
  const as = isRoot ? { uid: statSync(cluster()).uid } : {};
  const foreign = spawn("sleep", ["600"], { ...as, cwd: "/", stdio: "ignore" });
  writeFileSync(file, `${foreign.pid}\n${cluster()}\n1\n5432\n${join(dataFolder, "run")}\n`);
  chmodSync(file, 0o644);
  const embedded = await open();
  assert.equal(embedded.adopted, false);
  foreign.kill();
  await embedded.close();
});

test("two at once on an empty folder share one server; halves of killed ones are swept", async () => {
  const folder = join(home, "race");
  const half = join(folder, "postgres-18.new-2147483646");
  mkdirSync(half, { recursive: true });
  const both = await Promise.all([attached(folder), attached(folder)]);
  assert.deepEqual(both.map(({ told }) => told.adopted).sort(), [false, true]);
  await Promise.all(both.map(leaves));
  assert.equal(postmasterPid(cluster(folder)), null);
  assert.equal(existsSync(half), false);
});

test("one process serves; when it is killed, the next one may", async () => {
  const first = await attached(dataFolder, "serve");
  assert.equal(first.told.serving, true);
  const embedded = await open();
  assert.equal((await claimServing(embedded.appConfig, log)).ok, false);
  await isKilled(first);
  const claim = await claimServing(embedded.appConfig, log);
  assert.ok(claim.ok);
  await claim.release();
  await embedded.close();
});

test("a crash of the server does not lose the claim", async () => {
  const first = await attached(dataFolder, "serve");
  const pid = postmasterPid(cluster());
  crash();
  assert.ok(await until(() => ![null, pid].includes(postmasterPid(cluster())), 20_000));
  const second = await open();
  const holders = "select from pg_stat_activity where application_name = 'kenpo serving'";
  while ((await query(second.ownerConfig, holders)).length === 0);
  assert.equal((await claimServing(second.appConfig, log)).ok, false);
  await second.close();
  await leaves(first);
});

test("a path too long for a socket gets a folder of its own", async () => {
  const folder = join(home, "l".repeat(80));
  const embedded = await open(folder);
  assert.ok("host" in embedded.appConfig && !embedded.appConfig.host.startsWith(folder));
  const socketFolder = "host" in embedded.appConfig ? embedded.appConfig.host : "";
  assert.equal(statSync(socketFolder).mode & 0o777, 0o700);
  await embedded.close();
  rmSync(socketFolder, { recursive: true });
});

test("what stops a start is told in one line", async () => {
  const refuses = async (folder: string, code: string, words: RegExp) => {
    const error = await open(folder).catch((reason: unknown) => reason);
    assert.equal((error as { code?: string }).code, code, String(error));
    assert.match((error as Error).message, words);
    assert.doesNotMatch((error as Error).message, /\n/);
  };
  const file = join(home, "file");
  writeFileSync(file, "");
  await refuses(join(file, "data"), "data-folder", /KENPO_DATA/);
  const older = join(home, "older");
  mkdirSync(join(older, "postgres-17"), { recursive: true });
  await refuses(older, "database-version", /PostgreSQL 17/);
  writeFileSync(join(cluster(), "PG_VERSION"), "19\n");
  await refuses(dataFolder, "database-version", /PostgreSQL 19/);
  writeFileSync(join(cluster(), "PG_VERSION"), "18\n");
  const { passwords } = placesIn(dataFolder);
  renameSync(passwords, `${passwords}.kept`);
  await refuses(dataFolder, "database-passwords", /cannot be read/);
  renameSync(`${passwords}.kept`, passwords);
  writeFileSync(join(cluster(), "postgresql.auto.conf"), "work_mem = 'much'\n");
  await refuses(dataFolder, "database-start", /did not start: .*work_mem|configuration file/);
  writeFileSync(join(cluster(), "postgresql.auto.conf"), "");
  const embedded = await open();
  await embedded.close();
});

test("root under a folder that nobody else may enter", { skip: !isRoot }, async () => {
  const closed = join(home, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const embedded = await open(join(closed, "data")).catch((error: { code: string }) => error.code);
  if (embedded === "data-unreachable") return; // where the machine forbids namespaces
  assert.ok(typeof embedded !== "string");
  assert.equal(statSync(cluster(join(closed, "data"))).uid, 0);
  await embedded.close();
  const again = await open(join(closed, "data"));
  await again.close();
});
