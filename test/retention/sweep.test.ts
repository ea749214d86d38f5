import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import fc from "fast-check";
import { type Instant, instantInTokyo, instantOf, later } from "../../src/kernel/time.ts";
import { type Kept, lengthOf } from "../../src/main/retention/kept.ts";
import { dayBefore, before as oldBefore } from "../../src/main/retention/period-rules.ts";
import { type Swept, sweep } from "../../src/main/retention/sweep.ts";
import { retention } from "../../src/main/retention/table.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
after(() => stage.close());
const start = "2026-11-20T01:00:00.000Z" as Instant;
afterEach(() => clear());

/** As it was at the start: facts too, which no role of ours may delete. */
const clear = async () => {
  stage.clock.set(start);
  await stage.root.query("set session_replication_role = replica");
  for (const name of await stage.tables())
    if (name !== "society_version") await stage.root.query(`delete from ${name}`);
  await stage.root.query("delete from sign_in_counter");
  await stage.root.query("delete from passkey_challenge");
  await stage.root.query("set session_replication_role = origin");
};

const sweepNow = async (kinds?: readonly Kept[]): Promise<readonly Swept[]> => {
  const swept: Swept[] = [];
  await sweep({ ...stage, report: (one) => swept.push(one) }, kinds);
  return swept;
};
const rowsOf = (code: string) => stage.rowsOf(stage.society(code).id);

const timed = retention.filter(({ sweep: how, kind }) => how && kind !== "audit-facts");
/** What has to go before a kind can. */
const first: Readonly<Record<string, string>> = { "letter-batches": "letters" };

/** When everything of a kind that was over at `at` is old. */
const isOld = ({ keep, kind }: Kept, at: Instant, now: Instant): boolean => {
  const length = lengthOf(keep, stage.society("hikari").policy.retention);
  if (!length) throw new Error(kind);
  if (kind === "members") {
    const day = instantInTokyo(dayBefore(now, length));
    return at < later(day, { days: 1 });
  }
  return kind === "letter-portions" ? at <= now : at < oldBefore(now, length);
};

const years = ["2026-11-20", "2028-02-29", "2029-02-28", "2029-03-01"];
const around = fc.constantFrom(
  -86_400_001,
  -86_400_000,
  -3_600_000,
  -1,
  0,
  1,
  3_600_000,
  86_400_000,
);

for (const kept of timed)
  test(`${kept.kind}: what is younger than its period stays, what is older goes`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...years),
        fc.boolean(),
        around,
        async (today, isUtc, ms) => {
          const now = isUtc
            ? (`${today}T00:00:00.000Z` as Instant)
            : instantInTokyo(today as never);
          const length = lengthOf(kept.keep, stage.society("hikari").policy.retention);
          assert.ok(length);
          const at = instantOf(Date.parse(oldBefore(now, length)) + ms);
          await stage.fill("hikari", 2, at);
          stage.clock.set(now);
          const kinds = retention.filter(
            ({ kind }) => kind === kept.kind || kind === first[kept.kind],
          );
          const swept = await sweepNow(kinds);
          const isSwept = swept.some(({ kind }) => kind === kept.kind);
          await clear();
          assert.equal(isSwept, isOld(kept, at, now), `${at} at ${now}`);
        },
      ),
      {
        numRuns: 8,
        examples: years.slice(0, 2).flatMap((y) => [
          [y, false, -1],
          [y, false, 0],
        ]) as never,
      },
    );
  });

test("a society's sweep touches no other's rows, and tells what it deleted", async () => {
  const old = later(start, { days: -4000 });
  await stage.fill("hikari", 5, old);
  await stage.fill("minato", 5, old);
  const { id } = stage.society("hikari");
  // Of entrances, not of societies.
  const ofEntrances = { failed_try: 0, lock_notice: 0, recovery_request: 0, maintenance_window: 0 };
  const theirs = { ...(await rowsOf("minato")), ...ofEntrances };
  const hikariOnly = { ...stage.registry, all: () => [stage.society("hikari")] };
  await sweep({ ...stage, registry: hikariOnly });
  const after = { ...(await rowsOf("minato")), ...ofEntrances };
  assert.deepEqual(after, theirs);
  const { rows } = await stage.root.query(
    "select details, actor_kind, source from audit_fact where society_id = $1 and action = 'retention.swept'",
    [id],
  );
  assert.deepEqual(rows, [
    {
      details: {
        "address-changes": 5,
        "address-checks": 5,
        "address-confirmations": 5,
        "contact-messages": 5,
        "first-sign-ins": 5,
        "import-runs": 1,
        "kept-forms": 5,
        "known-browsers": 5,
        "letter-batches": 1,
        "letter-portions": 1,
        letters: 5,
        mails: 5,
        members: 5,
        sessions: 5,
        "temporary-passwords": 5,
      },
      actor_kind: "system",
      source: "sweeper",
    },
  ]);
});

test("all that is a member's goes with the member, one fact each; nothing points nowhere", async () => {
  // Younger than everything else's period: only the loss of eligibility is long ago.
  await stage.fill("hikari", 5, later(start, { days: -1 }));
  const { id } = stage.society("hikari");
  await stage.root.query("update member set lost_on = '2021-11-20' where number_key <> '3'");
  await stage.root.query("update member set lost_on = '2021-11-21' where number_key = '3'");
  assert.deepEqual(
    (await sweepNow(retention.filter(({ kind }) => kind === "members"))).map(({ rows }) => rows),
    [4],
  );
  const left = await stage.rowsOf(id);
  for (const name of ["member", "account", "terms_consent", "session", "session_token", "flow"])
    assert.equal(left[name], 1, name);
  for (const name of ["flow_token", "mail_check", "provisional_credential", "known_browser"])
    assert.equal(left[name], 1, name);
  for (const name of ["mail_exemption", "passkey", "passkey_directory", "totp_device"])
    assert.equal(left[name], 1, name);
  assert.deepEqual([left.factor, left.recovery_codes], [3, 1]);
  assert.deepEqual([left.link_token, left.login_directory, left.mail], [3, 2, 2]);
  const { rows } = await stage.root.query(
    "select count(*)::int as facts from audit_fact where action = 'member.erased' and subject_id = member_id::text",
  );
  assert.equal(rows[0].facts, 4);
});

test("more than one transaction's rows; a second sweep finds nothing and tells nothing", async () => {
  await stage.fill("hikari", 612, later(start, { days: -4000 }));
  const swept = await sweepNow();
  const rows = Object.fromEntries(swept.map(({ kind, rows: count }) => [kind, count]));
  assert.deepEqual([rows.sessions, rows.members, rows.letters], [612, 612, 612]);
  assert.deepEqual([rows["failed-sign-ins"], rows["sign-in-counters"]], [306, 1]);
  const facts = (await rowsOf("hikari")).audit_fact;
  assert.deepEqual(await sweepNow(), []);
  assert.equal((await rowsOf("hikari")).audit_fact, facts);
});

test("a dial of the society's own counts", async () => {
  const at = later(start, { days: -100 });
  await stage.fill("hikari", 2, at);
  await stage.fill("minato", 2, at);
  const own = (code: string) => {
    const society = stage.society(code);
    if (code !== "hikari") return society;
    const policy = { ...society.policy, retention: { ...society.policy.retention, mailDays: 30 } };
    return { ...society, policy };
  };
  const registry = { ...stage.registry, all: () => ["hikari", "minato"].map(own) };
  await sweep({ ...stage, registry });
  assert.deepEqual([(await rowsOf("hikari")).mail, (await rowsOf("minato")).mail], [1, 3]);
});

test("one kind's failure is told at the end, and holds up no other", async () => {
  await stage.fill("hikari", 2, later(start, { days: -4000 }));
  const broken: Kept = {
    ...(retention[0] as Kept),
    kind: "broken",
    sweep: { of: "society", some: () => Promise.reject(new Error("this one")) },
  };
  await assert.rejects(sweepNow([broken, ...retention]), /this one/);
  assert.equal((await rowsOf("hikari")).session, 0);
});

test("asked to stop, it stops between two transactions and goes on the next time", async () => {
  await stage.fill("hikari", 612, later(start, { days: -4000 }));
  let asked = 0;
  await sweep({ ...stage, isStopping: () => ++asked > 3 });
  const { session = 0 } = await rowsOf("hikari");
  assert.ok(session > 0);
  await sweepNow();
  assert.equal((await rowsOf("hikari")).session, 0);
});
