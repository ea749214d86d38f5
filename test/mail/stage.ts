import { randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import { newId } from "../../src/kernel/ids.ts";
import { epochMsOf, type Instant } from "../../src/kernel/time.ts";
import { type Mail, type MailReport, queueMails, startMailWorker } from "../../src/mail/index.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/types.ts";
import type { About, Delivery, Message, Transport } from "../../src/platform/smtp/types.ts";
import { testClock } from "../clock.ts";
import type { TestDatabase } from "../database.ts";
import { sampleMail, sampleRegistry, sampleSocieties } from "./sample.ts";

type Row = {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly purged: boolean;
  readonly last_error: string | null;
};
type Answer = (message: Message) => Delivery | Promise<Delivery>;

export const refusing = (forGood: boolean, code: string, about: About = "message"): Delivery => ({
  sent: false,
  forGood,
  code,
  about,
});

/** A transport that keeps what it is given and answers as the story says. */
export const recording = (answer: Answer = () => ({ sent: true })) => {
  const messages: Message[] = [];
  const transport: Transport = {
    send: async (message) => {
      messages.push(message);
      return answer(message);
    },
    close: () => {},
  };
  return { messages, transport };
};

/** What the stories of the mail worker share: an outbox, a clock, workers. */
export const stageFor = (database: TestDatabase) => {
  const [hikari] = sampleSocieties;
  const clock = testClock();
  const secret = randomBytes(32);
  const secrets = openSecrets(secret);
  return {
    clock,
    secret,
    secrets,
    clear: async () => {
      for (const society of sampleSocieties)
        await database.owner.inSociety(society, async (tx) => {
          tx.write(sql`delete from mail where society_id = ${society}`);
          tx.write(sql`delete from mail_queue where society_id = ${society}`);
          tx.write(sql`delete from account where society_id = ${society}`);
        });
    },
    queue: (mail: Partial<Mail> = {}, society = hikari) =>
      database.app.inSociety(society, async (tx) =>
        queueMails(tx, [{ ...sampleMail, ...mail }], { now: clock.now(), secrets }),
      ),
    /** An account with this address; who it is does not matter here. */
    account: async (email: string, confirmedAt: Instant | null = null, society = hikari) => {
      const id = newId<"account">(epochMsOf(clock.now()));
      const root = await connectClient({
        config: database.rootConfig,
        applicationName: "kenpo test",
      });
      try {
        // Neither member nor entrance is there: this session checks no foreign key.
        await root.query("set session_replication_role = replica");
        await root.query(
          `insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
             password_changed_at, email, email_confirmed_at, wants_update_mails, language,
             registered_at)
           values ($1, $2, $2, $2, '-', '', $3, $4, $5, false, 'ja', $3)`,
          [society, id, clock.now(), email, confirmedAt],
        );
      } finally {
        await root.end();
      }
      return id;
    },
    /** Addresses known to fail, with their codes. */
    failing: async (society = hikari) => {
      const [found] = await database.app.read(society, [
        sql`select email, email_failure as code from account
            where society_id = ${society} and email_failed_at is not null order by email`,
      ]);
      return found as { readonly email: string; readonly code: string }[];
    },
    rows: async (society = hikari) => {
      const [found] = await database.app.read(society, [
        sql`select id, state, attempts, body is null as purged, last_error
            from mail where society_id = ${society} order by queued_at, id`,
      ]);
      return found as Row[];
    },
    working: (t: TestContext, transport: Transport, app: Database = database.app) => {
      const reports: MailReport[] = [];
      const worker = startMailWorker({
        database: app,
        transport,
        clock,
        secrets,
        registry: sampleRegistry,
        domain: "kenpo.example",
        random: () => 0,
        report: (report) => void reports.push(report),
        schedule: () => ({ stop: () => {} }),
        holder: null,
      });
      t.after(worker.stop);
      return { worker, reports };
    },
  };
};
