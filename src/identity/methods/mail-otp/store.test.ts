import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { testDatabase } from "../../../../test/database.ts";
import { ours, theirs } from "../../../../test/two-societies.ts";
import { asId, type SocietyId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { connectClient } from "../../../platform/database/config.ts";
import type { Place } from "../method.ts";
import { mailedSoFar, newestMail } from "./store.ts";

// What was mailed, as the own and as the wrong society: own attempt, own step, own address.

const id = (n: number) => asId<never>(`00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const now = "2026-11-20T01:32:40.000Z" as Instant;
const [account, other, flow, later2] = [id(1), id(2), id(3), id(4)];
const email = "hanako@example.jp";

const database = await testDatabase();
const root = await connectClient({ config: database.rootConfig, applicationName: "kenpo test" });

type Row = {
  readonly n: number;
  readonly ago: Parameters<typeof later>[1];
  readonly flow?: string;
  readonly subject?: string;
  readonly step?: string;
  readonly email?: string;
};
const row = async ({ n, ago, ...own }: Row) => {
  const at = later(now, ago);
  await root.query(
    `insert into mail_check (society_id, id, flow_id, step, subject_id, email, code_mac, mail_id,
       sent_at, code_until, link_until)
     values ($1, $2, $3, $4, $5, $6, '-', $2, $7, $7, $7)`,
    [
      ours,
      id(n),
      own.flow ?? flow,
      own.step ?? "verify",
      own.subject ?? account,
      own.email ?? email,
      at,
    ],
  );
};

before(async () => {
  // No flow is there: this session checks no foreign key.
  await root.query("set session_replication_role = replica");
  await row({ n: 100, ago: { hours: -25 } });
  await row({ n: 101, ago: { hours: -24 } });
  await row({ n: 102, ago: { hours: -2 }, step: "enrol" });
  await row({ n: 103, ago: { minutes: -30 }, flow: later2 });
  await row({ n: 104, ago: { seconds: -41 } });
  await row({ n: 105, ago: { seconds: -40 }, flow: later2 });
  await row({ n: 106, ago: { seconds: -20 } });
  await row({ n: 107, ago: { seconds: -10 }, subject: other, flow: id(6) });
  await row({ n: 108, ago: { seconds: -10 }, step: "address-check" });
  await row({ n: 109, ago: { seconds: -5 }, email: "old@example.jp" });
});
after(async () => {
  await root.end();
  await database.drop();
});

const placeOf = (own: { email?: string | null; flow?: string } = {}): Place =>
  ({
    scene: { flow: { id: own.flow ?? flow }, now },
    owner: { accountId: account, email: own.email === undefined ? email : own.email },
    factors: [],
  }) as unknown as Place;

const mailed = (society: SocietyId, own: Parameters<typeof placeOf>[0] = {}) =>
  database.app.inSociety(society, (tx) => mailedSoFar(tx, placeOf(own), "verify"));

test("all attempts of the account count, of these steps alone", async () => {
  const { counts } = await mailed(ours);
  assert.deepEqual(counts, { inMinute: 3, inHour: 5, inDay: 6 });
});

test("the newest is this attempt's, of this step, to this address", async () => {
  const { newest } = await mailed(ours);
  assert.equal(newest?.id, id(106));
  assert.equal((await mailed(ours, { flow: later2 })).newest?.id, id(105));
  assert.equal((await mailed(ours, { email: "OLD@example.jp" })).newest?.id, id(109));
  assert.equal((await mailed(ours, { email: null })).newest, null);
  assert.equal((await mailed(ours, { flow: id(5) })).newest, null);
});

test("while it is enrolled, mails of a sign-in are none", async () => {
  const newest = await database.app.inSociety(ours, (tx) => newestMail(tx, placeOf(), "enrol"));
  assert.equal(newest?.id, id(102));
});

test("whoever counts holds the account: the next one waits, and counts this one too", async () => {
  await root.query(
    `insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
       password_changed_at, wants_update_mails, language, registered_at)
     values ($1, $2, $2, $2, 'hanako', 'h', $3, false, 'ja', $3)`,
    [ours, account, now],
  );
  const tried = "select from account where society_id = $1 and id = $2 for update nowait";
  await database.app.inSociety(ours, async (tx) => {
    await mailedSoFar(tx, placeOf(), "verify");
    await assert.rejects(root.query(tried, [ours, account]), { code: "55P03" });
  });
  await root.query(tried, [ours, account]);
});

test("the wrong society knows of nothing", async () => {
  assert.deepEqual(await mailed(theirs), {
    counts: { inMinute: 0, inHour: 0, inDay: 0 },
    newest: null,
  });
});
