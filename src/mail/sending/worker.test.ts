import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { testDatabase } from "../../../test/database.ts";
import { sampleMail, sampleSocieties } from "../../../test/mail/sample.ts";
import { recording, stageFor } from "../../../test/mail/stage.ts";
import type { MailId } from "../../kernel/ids.ts";
import { later } from "../../kernel/time.ts";
import { sql } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/types.ts";
import { bounceAddress } from "../bounces/token.ts";
import { queueMails } from "../index.ts";

const [hikari, minato] = sampleSocieties;
const database = await testDatabase();
after(database.drop);
const { clear, clock, queue, rows, secrets, working } = stageFor(database);
beforeEach(clear);

test("a queued mail is sealed at rest, sent once, and purged", async (t) => {
  const [id] = await queue();
  const [stored] = await database.app.read(hikari, [
    sql`select mail::text as all from mail where society_id = ${hikari}`,
  ]);
  for (const part of [sampleMail.to, sampleMail.content.subject, sampleMail.content.text])
    assert.ok(!JSON.stringify(stored).includes(part.trim()));
  const { messages, transport } = recording();
  const { worker, reports } = working(t, transport);
  await worker.drain();
  await worker.drain();
  assert.deepEqual(messages, [
    {
      id,
      domain: "kenpo.example",
      from: { name: "ひかり電機健康保険組合", address: "webmaster@kenpo.example" },
      returnPath: bounceAddress(secrets, {
        ...{ society: hikari, mail: id as MailId },
        domain: "kenpo.example",
      }),
      to: "hanako@example.jp",
      date: clock.now(),
      language: "ja",
      ...sampleMail.content,
    },
  ]);
  assert.deepEqual(reports, [{ society: hikari, mail: id, outcome: "sent" }]);
  const [row] = await rows();
  assert.deepEqual([row?.state, row?.purged, row?.attempts], ["sent", true, 1]);
});

test("the sender's name is the society's, in the mail's language", async (t) => {
  await queue({ language: "en", from: "info" }, minato);
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  assert.deepEqual(messages[0]?.from, {
    name: "Minato Communications Health Insurance Society",
    address: "info@kenpo.example",
  });
});

test("nothing leaves for a change that was rolled back", async (t) => {
  const change = database.app.inSociety(hikari, async (tx) => {
    queueMails(tx, [sampleMail], { now: clock.now(), secrets });
    throw new Error("refused after all");
  });
  await assert.rejects(change);
  const { messages, transport } = recording();
  await working(t, transport).worker.drain();
  assert.deepEqual(messages, []);
});

test("two workers share the queue and send nothing twice", async (t) => {
  const ids = new Set<string>();
  for (let i = 0; i < 30; i += 1)
    for (const id of await queue({}, i % 2 ? hikari : minato)) ids.add(id);
  const { messages, transport } = recording();
  const both = [working(t, transport), working(t, transport)];
  await Promise.all(both.map(({ worker }) => worker.drain()));
  assert.equal(messages.length, 30);
  assert.deepEqual(new Set(messages.map(({ id }) => id)), ids);
});

test("a mail queued after the worker's last look is found by its poke", async (t) => {
  let isEmpty = false;
  const looking: Database = {
    ...database.app,
    directory: async (statement) => {
      const due = await database.app.directory(statement);
      if (due.length === 0 && !isEmpty) {
        isEmpty = true;
        await queue();
        worker.poke();
      }
      return due as never;
    },
  };
  const { messages, transport } = recording();
  const { worker } = working(t, transport, looking);
  await worker.drain();
  assert.equal(messages.length, 1);
});

test("another society can neither read, settle, postpone nor claim-read the mail", async () => {
  const [id] = await queue();
  const foreign = await database.app.inSociety(minato, async (tx) => {
    const seen = await tx.query(sql`select 1 from mail where society_id = ${hikari}`);
    const due = await tx.query(sql`select 1 from mail_queue where society_id = ${hikari}`);
    const settled = await tx.query(
      sql`update mail set state = 'sent', body = null, settled_at = ${clock.now()}
          where society_id = ${hikari} and id = ${id as string} returning id`,
    );
    const gone = await tx.query(
      sql`delete from mail_queue where society_id = ${hikari} returning mail_id`,
    );
    return [seen, due, settled, gone].map(({ length }) => length);
  });
  assert.deepEqual(foreign, [0, 0, 0, 0]);
  assert.equal((await rows())[0]?.state, "queued");
  const added = database.app.inSociety(minato, async (tx) =>
    queueMails({ ...tx, society: hikari }, [sampleMail], { now: clock.now(), secrets }),
  );
  await assert.rejects(added, { code: "42501" });
  const outside = await database.app.directory(sql`select 1 from mail_queue`);
  assert.equal(outside.length, 0);
});

test("a claim never waits for another worker's, and never takes the same mail", async () => {
  const [first] = await queue();
  clock.advance({ seconds: 1 });
  const [second] = await queue();
  const claimOne = sql`
    select mail_id from claim_mail(${clock.now()}, ${later(clock.now(), { minutes: 10 })}, 1)`;
  await database.app.inSociety(hikari, async (tx) => {
    assert.deepEqual(await tx.query(claimOne), [{ mail_id: first }]);
    assert.deepEqual(await database.app.directory(claimOne), [{ mail_id: second }]);
  });
  assert.deepEqual(await database.app.directory(claimOne), []);
});
