import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { chainIn } from "../../../test/audit/chain.ts";
import { testDatabase } from "../../../test/database.ts";
import { hikariIn } from "../../../test/hikari.ts";
import { sampleMail } from "../../../test/mail/sample.ts";
import { shellFor } from "../../../test/shell.ts";
import { verifyChain } from "../../audit/index.ts";
import { openHashes, sealHashes } from "../../identity/methods/recovery-codes/sealed.ts";
import { insertCodes } from "../../identity/methods/recovery-codes/store.ts";
import { openSeed, sealSeed } from "../../identity/methods/totp/sealed.ts";
import { insertDevice } from "../../identity/methods/totp/store.ts";
import { openPortion, sealPortion } from "../../identity/provisional/kept/sealed.ts";
import { keepPortion } from "../../identity/provisional/kept/store.ts";
import { openBatch } from "../../identity/provisional/store.ts";
import { type FactorId, type MailId, newId, type SocietyId } from "../../kernel/ids.ts";
import { queueMails } from "../../mail/index.ts";
import { openPart } from "../../mail/sealed.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { connectClient } from "../../platform/database/config.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Registry } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { secretCommands } from "./secrets.ts";

const database = await testDatabase();
const { clock, secret, secrets: first, record, sealAll } = chainIn(database);
const next = randomBytes(32);
const both = openSecrets(next, [secret]);
const alone = openSecrets(next);
let registry: Registry;
let society: SocietyId;
const flows = [newId<"flow">(1), newId<"flow">(2)];

const aboutFlow = (id: string) => `flow ${society} ${id}`;
/** Flows in the columns that every version of the table has. */
const addFlow = (id: string, by: Secrets, state: object) =>
  database.owner.inSociety(society, async (tx) => {
    const sealed = by.seal("flow-state", aboutFlow(id), JSON.stringify({ state }));
    tx.write(sql`
      insert into flow (society_id, id, kind, entrance_id, subject_id, member_id, policy_version,
        state, started_at, changed_at, expires_at)
      values (${society}, ${id}, 'test', ${id}, ${id}, ${id}, 1, ${sealed}, ${clock.now()},
        ${clock.now()}, ${clock.now()})`);
  });

/** A batch of whose letters two portions are kept. */
const batchId = newId<"batch">(3);
const portions = [1, 2].map((number) => ({ id: newId<"letter-portion">(number), number }));
const keepLetters = () =>
  database.app.inSociety(society, async (tx) => {
    const batch = { id: batchId, kind: "issued", now: clock.now() } as const;
    await openBatch(tx, { ...batch, fetchableUntil: clock.now(), hasCovers: false });
    for (const { id, number } of portions) {
      const sealed = sealPortion(first, { society, batchId, number }, []);
      keepPortion(tx, { id, batchId, number, sealed }, clock.now());
    }
  });

/** Two devices with authenticator apps. */
const devices = [newId<"factor">(5), newId<"factor">(6)];
const seedOf = (factorId: string) => `SEED OF ${factorId}`;
const addDevices = () =>
  database.app.inSociety(society, async (tx) => {
    for (const factorId of devices) {
      const seed = sealSeed(first, { society, factorId }, seedOf(factorId));
      insertDevice({ factorId, seed, lastStep: 7 })(tx);
    }
  });

/** Two sets of recovery codes. */
const sets = [newId<"factor">(7), newId<"factor">(8)];
const hashesOf = (factorId: string) => [`HASH OF ${factorId}`];
const addCodes = () =>
  database.app.inSociety(society, async (tx) => {
    for (const factorId of sets) {
      const codes = sealHashes(first, { society, factorId }, hashesOf(factorId));
      insertCodes({ factorId, codes, left: 1 })(tx);
    }
  });

before(async () => {
  registry = await hikariIn(database.app, clock.now());
  society = registry.byCode("hikari")?.id as SocietyId;
  await database.owner.directory(
    sql`alter table flow drop constraint flow_society_id_member_id_fkey`,
  );
  await database.app.inSociety(society, async (tx) => {
    queueMails(
      tx,
      Array.from({ length: 450 }, () => sampleMail),
      { now: clock.now(), secrets: first },
    );
  });
  // One was sent: only its recipient is left.
  await database.app.inSociety(society, async (tx) =>
    tx.write(sql`
      update mail set state = 'sent', body = null, settled_at = ${clock.now()}
      where society_id = ${society}
        and id = (select min(id::text)::uuid from mail where society_id = ${society})`),
  );
  for (const id of flows) await addFlow(id, first, { typed: id });
  await keepLetters();
  await database.owner.directory(
    sql`alter table totp_device drop constraint totp_device_society_id_factor_id_fkey`,
  );
  await addDevices();
  await database.owner.directory(
    sql`alter table recovery_codes drop constraint recovery_codes_society_id_factor_id_fkey`,
  );
  await addCodes();
  await record(society, 1200);
  await sealAll(society);
});
after(database.drop);

const shell = (secrets: Secrets) =>
  shellFor(
    secretCommands,
    () => ({ database: database.app, clock, registry, secrets }) as unknown as Installation,
  );
type Row = { readonly id: MailId; readonly recipient: string; readonly body: string | null };
const mails = async () => {
  const [rows] = await database.app.read(society, [
    sql`select id, recipient, body from mail where society_id = ${society} order by id`,
  ]);
  return rows as Row[];
};
const states = async () => {
  const [rows] = await database.app.read(society, [
    sql`select id, state from flow where society_id = ${society} order by id`,
  ]);
  return rows as { readonly id: string; readonly state: string }[];
};
const letters = async () => {
  const [rows] = await database.app.read(society, [
    sql`select number, sealed from letter_portion where society_id = ${society} order by number`,
  ]);
  return rows as { readonly number: number; readonly sealed: string }[];
};
const seeds = async () => {
  const [rows] = await database.app.read(society, [
    sql`select factor_id as id, seed, last_step from totp_device
        where society_id = ${society} order by id`,
  ]);
  return rows as { readonly id: FactorId; readonly seed: string }[];
};
const codes = async () => {
  const [rows] = await database.app.read(society, [
    sql`select factor_id as id, codes, codes_left from recovery_codes
        where society_id = ${society} order by id`,
  ]);
  return rows as { readonly id: FactorId; readonly codes: string }[];
};
const everything = async () => [
  ...[await mails(), await states(), await letters(), await seeds(), await codes()],
];
const opens = async (by: Secrets) => {
  for (const { number, sealed } of await letters())
    assert.deepEqual(openPortion(by, { society, batchId, number }, sealed), []);
  for (const { id, seed } of await seeds())
    assert.equal(openSeed(by, { society, factorId: id }, seed), seedOf(id));
  for (const { id, codes: sealed } of await codes())
    assert.deepEqual(openHashes(by, { society, factorId: id }, sealed), hashesOf(id));
  for (const { id: mail, recipient, body } of await mails()) {
    assert.equal(openPart(by, { society, mail, part: "recipient" }, recipient), sampleMail.to);
    if (body !== null)
      assert.deepEqual(
        JSON.parse(openPart(by, { society, mail, part: "body" }, body)),
        sampleMail.content,
      );
  }
  for (const { id, state } of await states())
    assert.deepEqual(JSON.parse(by.open("flow-state", aboutFlow(id), state)), {
      state: { typed: id },
    });
};
const problems = async (by: Secrets) =>
  (await verifyChain({ database: database.app, secrets: by }, society)).problems.first;

test("a rehearsal counts and changes nothing", async () => {
  const before = await everything();
  const { code, said } = await shell(both)("secrets reseal", { "dry-run": true });
  assert.equal(code, 0);
  assert.match(
    said,
    /^hikari: メール450通、手続き2件、通知2組、リカバリーコード2組、認証アプリ2台、監査記録に今の鍵の封を加えます。$/m,
  );
  assert.match(said, /まだ何も変わっていません/);
  assert.deepEqual(await everything(), before);
});

test("without the earlier secret nothing is touched, and it says what is left", async () => {
  const before = await everything();
  const { code, complained } = await shell(alone)("secrets reseal");
  assert.equal(code, 1);
  assert.match(complained, /どの鍵でも開けないものが458件/);
  assert.match(complained, /hikari: 封1: .*\[key-unknown\]/);
  assert.match(complained, /KENPO_SECRET_PREVIOUS はまだ外せません/);
  assert.deepEqual(await everything(), before);
});

test("what the earlier secret sealed opens with both; after the re-seal with the new one alone", async () => {
  await opens(both);
  await assert.rejects(opens(alone));
  assert.equal((await problems(alone))[0]?.what, "key-unknown");
  const { code, said, json } = await shell(both)("secrets reseal");
  assert.equal(code, 0);
  assert.match(
    said,
    /^hikari: メール450通、手続き2件、通知2組、リカバリーコード2組、認証アプリ2台、監査記録を確かめ、今の鍵の封を加えました。$/m,
  );
  assert.match(said, /KENPO_SECRET_PREVIOUS を外せます/);
  assert.equal(json.ok, true);
  await opens(alone);
  assert.deepEqual(await problems(alone), []);
});

test("a second time changes nothing", async () => {
  await sealAll(society, both);
  const before = [await everything(), await problems(alone)];
  const { code, said } = await shell(both)("secrets reseal");
  assert.equal(code, 0);
  assert.match(
    said,
    /メール0通、手続き0件、通知0組、リカバリーコード0組、認証アプリ0台、監査記録は今の鍵で確かめられます/,
  );
  assert.deepEqual([await everything(), await problems(alone)], before);
  const { unsealed } = await verifyChain({ database: database.app, secrets: alone }, society);
  assert.equal(unsealed, 0);
});

test("what a sender settles meanwhile stays settled", async () => {
  // Back to the earlier key: as a portal that was not restarted yet would go on sealing.
  const back = openSecrets(secret, [next]);
  const settled = (await mails()).at(-1)?.id as MailId;
  const applicationName = "kenpo test";
  const sender = await connectClient({ config: database.appConfig, applicationName });
  const root = await connectClient({ config: database.rootConfig, applicationName });
  await sender.query(`begin; set local app.society_id = '${society}'`);
  await sender.query(
    "update mail set state = 'sent', body = null, settled_at = $3 where society_id = $1 and id = $2",
    [society, settled, clock.now()],
  );
  const resealing = shell(back)("secrets reseal");
  const isWaiting = async () =>
    (
      await root.query(
        `select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rowCount === 1;
  for (let asks = 0; !(await isWaiting()); asks += 1) assert.ok(asks < 500_000);
  await sender.query("commit");
  assert.equal((await resealing).code, 0);
  assert.equal((await mails()).at(-1)?.body, null);
  await opens(first);
  await sender.end();
  await root.end();
});
