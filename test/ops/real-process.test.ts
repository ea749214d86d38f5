import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connectClient } from "../../src/platform/database/config.ts";
import { databaseName } from "../../src/platform/database/embedded/cluster.ts";
import { configFor } from "../../src/platform/database/embedded/keeper.ts";
import { placesIn } from "../../src/platform/database/embedded/places.ts";
import { type Portal, portalIn } from "../portal-process.ts";
import { figuresAt, untilFigures } from "./figures.ts";

/** The operator's port of real processes: lags are made, and their numbers seen. */

const opsAt = (portal: Portal, path: string) =>
  fetch(`http://127.0.0.1:${portal.opsPort}${path}`).then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
  }));

const asRoot = async (portal: Portal, statements: readonly string[]) => {
  const config = configFor(placesIn(portal.dataFolder), "root", databaseName);
  const client = await connectClient({ config, applicationName: "test" });
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Nobody works in a server alone: what waits, waits. */
let portal: Portal;
before(async () => {
  portal = await portalIn("ops", {}, ["serve"]);
  await portal.start();
});
after(() => portal.remove());

// Of a society that the sample data bring; ids of its own.
const hikari = "(select id from society where code = 'hikari')";
const entrance = "(select entrance_id from society where code = 'hikari')";

const mail = (state: string, columns: string, values: string) =>
  `insert into mail (society_id, id, kind, sender_role, language, recipient, state, queued_at, ${columns})
   select ${hikari}, gen_random_uuid(), 'test/lag', 'info', 'ja', 'sealed', '${state}',
     current_timestamp, ${values}`;

const lags = [
  mail("queued", "body", "'sealed'"),
  mail("queued", "body", "'sealed'"),
  mail("queued", "body", "'sealed'"),
  `insert into mail_queue (society_id, mail_id, due_at, is_urgent)
   select society_id, id, current_timestamp - (array['100 s', '200 s', '-1 day'])[n]::interval, n = 1
     from (select *, row_number() over (order by id) as n from mail where state = 'queued') as m`,
  mail("failed", "settled_at", "current_timestamp - interval '59 min'"),
  mail("failed", "settled_at", "current_timestamp - interval '61 min'"),
  mail(
    "bounced",
    "settled_at, bounced_at, bounce_code",
    "current_timestamp, current_timestamp, '5.1.1'",
  ),
  // The samples' own: nobody seals here.
  "update audit_fact set at = at - interval '400 s'",
  `insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason)
   select ${entrance}, gen_random_uuid(), current_timestamp - interval '1 min', 'sign-in', 'x',
     'one source', 'one login', 'wrong-password' from generate_series(1, 30)`,
  `insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason)
   select ${entrance}, gen_random_uuid(), current_timestamp - interval '1 min', 'sign-in', 'x',
     'another source', 'login ' || i, 'wrong-password' from generate_series(1, 99) as i`,
  `insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason)
   select ${entrance}, gen_random_uuid(), current_timestamp - interval '9 min', 'proof', 'x', 'x', 'x', 'x'`,
  `insert into failed_try (entrance_id, id, at, kind, reference, source_mac, login_mac, reason)
   select ${entrance}, gen_random_uuid(), current_timestamp - interval '11 min', 'proof', 'x', 'x', 'x', 'x'`,
  `insert into sign_in_counter (entrance_id, login_mac, browser, wrong, last_wrong_at, locked_until)
   select ${entrance}, 'login ' || i, browser, 10, current_timestamp - i * interval '9 min',
     current_timestamp + (2 - i) * interval '1 hour' + interval '1 min'
     from generate_series(0, 3) as i, unnest(array['', 'source 1', 'source 2']) as browser`,
  `insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
     password_changed_at, wants_update_mails, language, registered_at, factor_locked_until)
   select m.society_id, gen_random_uuid(), m.id, ${entrance}, 'locked' || m.nth, '-', current_timestamp,
     false, 'ja', current_timestamp, current_timestamp + (2 - m.nth) * interval '1 min'
     from (select *, row_number() over (order by id) as nth from member where society_id = ${hikari}) as m
    where m.nth <= 2`,
  `insert into lock_notice (entrance_id, id, login_mac, locked_at, locked_until)
   select ${entrance}, gen_random_uuid(), 'x', current_timestamp - interval '50 s', current_timestamp`,
  `insert into credential_batch (society_id, id, state, prepared_at, number)
   select ${hikari}, gen_random_uuid(), 'prepared', current_timestamp, 1000`,
  `insert into letter_portion (society_id, id, batch_id, number, sealed, destroy_at)
   select society_id, gen_random_uuid(), id, n, 'sealed', current_timestamp + n * interval '1 hour'
     from credential_batch, generate_series(-3, 3) as n where number = 1000 and n <> 0`.replace(
    "id, n, 'sealed'",
    "id, n + 4, 'sealed'",
  ),
];

const near = (found: number | undefined, seconds: number) =>
  assert.ok(found !== undefined && found >= seconds && found < seconds + 120, `${found}`);

test("each lag that is made is seen", async () => {
  await asRoot(portal, lags);
  const seen = await untilFigures(
    portal.opsPort,
    (figures) => figures.get("kenpo_letters_overdue_seconds") !== 0,
  );
  near(seen.get('kenpo_mail_oldest_due_age_seconds{urgent="yes"}'), 100);
  near(seen.get('kenpo_mail_oldest_due_age_seconds{urgent="no"}'), 200);
  near(seen.get("kenpo_audit_oldest_unsealed_age_seconds"), 400);
  near(seen.get("kenpo_lock_notice_oldest_age_seconds"), 50);
  near(seen.get("kenpo_letters_overdue_seconds"), 3 * 3600);
  const exact = {
    kenpo_mail_queued: 3,
    'kenpo_mail_undelivered_last_hour{outcome="failed"}': 1,
    'kenpo_mail_undelivered_last_hour{outcome="bounced"}': 1,
    'kenpo_failed_tries_last_10_minutes{kind="sign-in"}': 129,
    'kenpo_failed_tries_last_10_minutes{kind="proof"}': 1,
    kenpo_refused_sources: 1,
    kenpo_locks_running: 3,
    kenpo_locks_begun_last_10_minutes: 2,
    kenpo_factor_locks_running: 1,
    'kenpo_processes{kind="serve"}': 1,
    'kenpo_processes{kind="worker"}': 0,
    kenpo_database_up: 1,
    kenpo_database_schema_current: 1,
    kenpo_draining: 0,
  };
  for (const [name, value] of Object.entries(exact)) assert.equal(seen.get(name), value, name);
  assert.ok((seen.get("kenpo_database_clock_skew_seconds") ?? 9) < 1);
  assert.ok((seen.get("kenpo_database_round_trip_seconds") ?? 0) > 0);
});

test("requests, passwords and connections of this process are counted", async () => {
  const before = await figuresAt(portal.opsPort);
  const page = await fetch(`http://localhost:${portal.port}/sign-in`);
  assert.equal(page.status, 200);
  const after = await figuresAt(portal.opsPort);
  const grown = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  const request = '{method="GET",route="/sign-in",status="200"}';
  assert.equal(grown(`kenpo_http_request_seconds_count${request}`), 1);
  assert.ok((after.get("kenpo_database_pool_taken_total") ?? 0) > 0);
  assert.equal(after.get("kenpo_database_pool_limit_connections"), 10);
  assert.equal(after.get("kenpo_password_queue_depth"), 0);
  assert.ok((after.get("kenpo_password_queue_places") ?? 0) >= 64);
});

test("no figure names a person, an address or a society", async () => {
  const { text } = await opsAt(portal, "/metrics");
  assert.doesNotMatch(text, /hikari|minato|example|localhost|[0-9a-f]{8}-[0-9a-f]{4}|@/);
  assert.match(text, /^[ -~\n]+$/);
});

test("an older schema under a running server: not ready, and said so", async () => {
  const [hide, show] = ["number = number + 5000", "number = number - 5000"];
  await asRoot(portal, [`update migration set ${hide} where number = 19`]);
  try {
    await untilFigures(portal.opsPort, (all) => all.get("kenpo_database_schema_current") === 0);
    const { status, text } = await opsAt(portal, "/readyz");
    assert.deepEqual([status, text], [503, "schema too old: kenpo migrate"]);
  } finally {
    await asRoot(portal, [`update migration set ${show} where number = 5019`]);
  }
  await untilFigures(portal.opsPort, (all) => all.get("kenpo_database_schema_current") === 1);
});

test("a database that hangs: it lives, is not ready, and tells what it knows", async () => {
  const config = configFor(placesIn(portal.dataFolder), "root", databaseName);
  const holder = await connectClient({ config, applicationName: "test" });
  try {
    await holder.query("begin; lock table migration in access exclusive mode");
    const seen = await untilFigures(portal.opsPort, (all) => all.get("kenpo_database_up") === 0);
    assert.equal(seen.has("kenpo_mail_queued"), false);
    assert.equal(seen.has("kenpo_database_round_trip_seconds"), false);
    assert.equal(seen.get("kenpo_database_pool_limit_connections"), 10);
    assert.deepEqual(await opsAt(portal, "/healthz"), { status: 200, text: "ok" });
    assert.deepEqual(await opsAt(portal, "/readyz"), { status: 503, text: "database unavailable" });
  } finally {
    await holder.end();
  }
  await untilFigures(portal.opsPort, (all) => all.get("kenpo_database_up") === 1);
});

test("a worker alone has the operator's port too, and no other", async () => {
  await portal.stop();
  const worker = await portalIn("ops-worker", {}, ["worker"]);
  try {
    await worker.start();
    const seen = await figuresAt(worker.opsPort);
    assert.equal(seen.get('kenpo_info{version="0.1.0",part="worker",database="embedded"}'), 1);
    assert.equal(seen.get("kenpo_mail_paused"), 0);
    assert.equal(seen.has("kenpo_password_queue_depth"), false);
    await assert.rejects(fetch(`http://127.0.0.1:${worker.port}/healthz`));
  } finally {
    await worker.remove();
  }
});
