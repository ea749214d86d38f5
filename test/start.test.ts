import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { mailboxIn } from "./kill-nine/mailbox.ts";
import { browserAt, canSignIn, readyToSignIn } from "./kill-nine/registration.ts";
import { classic } from "./kill-nine/ways/classic.ts";
import { freePort, type Portal, portalIn } from "./portal-process.ts";

/** The real process: how it starts, refuses to start, logs and stops. */

const root = fileURLToPath(new URL("..", import.meta.url));
let portal: Portal;
before(async () => {
  portal = await portalIn("start", { LOG_LEVEL: "trace" });
  await portal.start();
});
after(() => portal.remove());

type Ended = { readonly code: number | null; readonly out: string; readonly complaint: string };

const run = async (environment: Record<string, string>): Promise<Ended> => {
  const child = spawn(join(root, "scripts/node"), ["src/main.ts"], {
    cwd: root,
    env: { ...portal.environment, ...environment },
  });
  let [out, complaint] = ["", ""];
  child.stdout.on("data", (part) => (out += part));
  child.stderr.on("data", (part) => (complaint += part));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out, complaint };
};

const refusesWith = async (environment: Record<string, string>, line: RegExp) => {
  const { code, out, complaint } = await run(environment);
  assert.match(complaint, line);
  assert.equal(complaint.trim().split("\n").length, 1, complaint);
  assert.deepEqual([code, out], [1, ""]);
};

test("a wrong variable, a second start and a taken port are one clear line each", async () => {
  await refusesWith({ PORT: "door" }, /^kenpo: PORT: must be a port number/);
  const elsewhere = { PORT: String(await freePort()), OPS_PORT: String(await freePort()) };
  await refusesWith(
    elsewhere,
    /^kenpo: KENPO_DATA: another process is already .*npm start .*DATABASE_URL/,
  );
  await refusesWith({}, /^kenpo: PORT: port \d+ on 127\.0\.0\.1 is taken/);
  assert.ok(await portal.isReady(), "the first server is unharmed");
});

/** The worker looks for mails by itself: asked again until it has found one. */
const mailIn = async (folder: string) => {
  const isThere = () =>
    existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".eml"));
  for (let asks = 0; !isThere(); asks += 1) {
    assert.ok(asks < 20_000, "no mail came");
    await portal.isReady();
  }
};

test("a whole registration leaves no personal data in the log, and the mail in its folder", async () => {
  const [sample] = JSON.parse(
    readFileSync(join(portal.dataFolder, "sample-sign-ins.json"), "utf8"),
  );
  const letter = {
    issuedId: sample.userId,
    password: sample.password,
    bornOn: "19790822",
    insurerNumber: "06990014",
    userId: "hanako-2026",
    email: "hanako-2026@example.jp",
    fileAddress: null,
  };
  const browser = browserAt(portal.port, classic);
  const mails = mailboxIn(join(portal.dataFolder, "mail"));
  await (await readyToSignIn(browser, letter.issuedId, letter.password))();
  await browser.follow();
  for (const step of classic.steps) {
    await (await step.ready({ browser, phone: browser, letter, mails }))();
    await browser.follow();
  }
  assert.equal(browser.page().path, classic.end);
  assert.ok(await canSignIn(portal.port, classic, letter));
  await mailIn(join(portal.dataFolder, "mail"));
  await portal.stop();
  const log = portal.log();
  assert.match(log, /"route":"\/first-sign-in\/:step"/);
  assert.match(log, /"outcome":"sent"/);
  const secrets = [
    letter.userId,
    letter.bornOn,
    "1979-08-22",
    "花子",
    "@example.jp",
    "umi-to-yama",
  ];
  const printed = [letter.issuedId, letter.password];
  const lines = log.split("\n").filter((line) => line.startsWith("{"));
  for (const secret of [...secrets, ...printed])
    assert.equal(
      lines.some((line) => line.includes(secret)),
      false,
      secret,
    );
});

test("it starts again on its data, with a letter that was not used yet", async () => {
  await portal.start();
  const [sample] = JSON.parse(
    readFileSync(join(portal.dataFolder, "sample-sign-ins.json"), "utf8"),
  );
  const browser = browserAt(portal.port, classic);
  const press = await readyToSignIn(browser, sample.userId, sample.password);
  assert.equal((await press()).location, "/first-sign-in");
});

test("another secret, or data of another version, is refused in one line", async () => {
  await portal.stop();
  const another = Buffer.alloc(32, 9).toString("base64");
  await refusesWith({ KENPO_SECRET: another }, /^kenpo: KENPO_SECRET: this is not the secret/);
  const version = join(portal.dataFolder, "postgres-18", "PG_VERSION");
  writeFileSync(version, "17\n");
  await refusesWith({}, /^kenpo: .*PostgreSQL 17/);
  writeFileSync(version, "18\n");
  await portal.start();
});

test("an impatient second signal: the database does not outlive the server", async () => {
  process.kill(portal.appPid(), "SIGTERM");
  await portal.stop();
  assert.equal(portal.databasePid(), null);
  await portal.start();
});
