import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import nodemailer from "nodemailer";
import type { MailId, SocietyId } from "../src/kernel/ids.ts";
import { mailPage, queueMails, startMailWorker } from "../src/mail/index.ts";
import { machineClock } from "../src/platform/clock.ts";
import { openSecrets } from "../src/platform/crypto/secrets.ts";
import { connectClient } from "../src/platform/database/config.ts";
import { compose } from "../src/platform/smtp/compose.ts";
import { poolOptions, smtpServer } from "../src/platform/smtp/server.ts";
import { type TestDatabase, testDatabase } from "../test/database.ts";
import { sampleMessage } from "../test/mail/message.ts";
import { sampleRegistry, sampleSocieties } from "../test/mail/sample.ts";
import { residentMb } from "./cpu.ts";
import type { Bench } from "./types.ts";

const mails = 10_000;
/** Mails that a change of many members queues in one transaction. */
const together = 500;

const content = mailPage({
  language: "ja",
  society: {
    name: { ja: sampleMessage.from.name, en: "Hikari" },
    contact: {
      tel: "03-0000-0000",
      hours: { ja: "平日 9:00〜17:00", en: "Weekdays 9:00–17:00" },
      email: null,
      formUrl: null,
    },
    brand: { colour: "#0b5a8a", mark: "ひ" },
  },
  subject: "医療費情報が更新されました",
  paragraphs: ["医療費情報が更新されました。\nログインしてご確認ください。"],
  button: { label: "ログインする", href: "https://login.kenpo.example/" },
});
const to = (i: number) => `member-${i}@example.jp`;

const openSink = async () => {
  const child = fork(fileURLToPath(new URL("mail/smtp-sink.ts", import.meta.url)));
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    url: `smtp://127.0.0.1:${port}`,
    expectAll: async () => {
      const answer = once(child, "message");
      child.send("count");
      const [{ count }] = (await answer) as [{ count: number }];
      if (count !== mails) throw new Error(`${count} mails arrived, not ${mails}`);
    },
    close: () => child.disconnect(),
  };
};
type Sink = Awaited<ReturnType<typeof openSink>>;

const secondsOf = async (work: () => Promise<void>) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

/** nodemailer with our pool's options and our composing, given one mail after another. */
const alone = async (sink: Sink): Promise<number> => {
  const pool = nodemailer.createTransport({ url: sink.url, ...poolOptions });
  let next = 0;
  // Twice the connections wait, so that none is ever idle.
  const lane = async () => {
    while (next < mails) {
      const i = next++;
      await pool.sendMail(compose({ ...sampleMessage, ...content, to: to(i) }));
    }
  };
  const seconds = await secondsOf(async () => {
    await Promise.all(Array.from({ length: poolOptions.maxConnections * 2 }, lane));
  });
  pool.close();
  await sink.expectAll();
  return seconds;
};

const secrets = openSecrets(Buffer.alloc(32, 5));

const queueAll = async (database: TestDatabase) => {
  for (let i = 0; i < mails; i += together) {
    const society = sampleSocieties[(i / together) % sampleSocieties.length] as SocietyId;
    const batch = Array.from({ length: together }, (_, j) => ({
      ...({ kind: "address/confirm", from: "info", language: "ja", content } as const),
      to: to(i + j),
    }));
    await database.app.inSociety(
      society,
      async (tx): Promise<MailId[]> => queueMails(tx, batch, { now: machineClock.now(), secrets }),
    );
  }
};

const ours = async (database: TestDatabase, sink: Sink) => {
  await queueAll(database);
  const worker = startMailWorker({
    ...{ database: database.app, clock: machineClock, secrets, registry: sampleRegistry },
    ...{ transport: smtpServer(sink.url), domain: "kenpo.example" },
    ...{ random: Math.random, report: () => {}, schedule: () => ({ stop: () => {} }) },
    holder: null,
  });
  const before = residentMb(process.pid);
  const seconds = await secondsOf(worker.drain);
  const grown = residentMb(process.pid) - before;
  await worker.stop();
  await sink.expectAll();
  return { seconds, grown };
};

const empty = async (database: TestDatabase) => {
  const root = await connectClient({ config: database.rootConfig, applicationName: "kenpo bench" });
  await root.query("truncate mail, mail_queue");
  await root.query("checkpoint");
  await root.end();
};

const round = async (database: TestDatabase, sink: Sink) => {
  await empty(database);
  const limit = await alone(sink);
  const { seconds, grown } = await ours(database, sink);
  return {
    "mails/s ÷ nodemailer": limit / seconds,
    "mails/s": mails / seconds,
    "nodemailer mails/s": mails / limit,
    "memory grown": grown,
  };
};

/** The outbox, from claimed rows to settled ones ÷ nodemailer's pool alone, to the same server. */
export const mail: Bench = {
  name: "mail",
  says: `${mails} sealed mails claimed, sent and settled ÷ nodemailer's pool with the same mails`,
  goals: [
    { figure: "mails/s ÷ nodemailer", unit: "ratio", atLeast: 0.5 },
    { figure: "mails/s", unit: "/s" },
    { figure: "nodemailer mails/s", unit: "/s" },
    { figure: "memory grown", unit: "MB" },
  ],
  prepare: async () => {
    const [database, sink] = await Promise.all([testDatabase(), openSink()]);
    return {
      round: () => round(database, sink),
      close: async () => {
        sink.close();
        await database.drop();
      },
    };
  },
};
