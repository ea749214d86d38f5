import { randomBytes } from "node:crypto";
import { queueMails } from "../../src/mail/index.ts";
import { machineClock } from "../../src/platform/clock.ts";
import { openPasswords } from "../../src/platform/crypto/passwords.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import { loadSamples, openRegistry, type Society } from "../../src/society/index.ts";
import { type Visitor, visitor } from "../http-client.ts";
import { type Portal, portalIn } from "../portal-process.ts";
import { testSmtp } from "../smtp.ts";
import { type Insured, insuredPerson, type Letter, letterFor } from "../world/people.ts";
import { realServer } from "./real-server.ts";

/** What the balancer in front is called; nobody listens there. */
const host = "localhost:8000";

const urlAs = (url: string, user: string, password: string) => {
  const own = new URL(url);
  [own.username, own.password] = [user, password];
  return own.href;
};

/** The same for every process, whatever machine it runs on. */
const environmentFor = (ownerUrl: string, smtpUrl: string) => ({
  DATABASE_URL: ownerUrl,
  DATABASE_APP_URL: urlAs(ownerUrl, "kenpo_app", randomBytes(12).toString("hex")),
  KENPO_SECRET: randomBytes(32).toString("base64"),
  KENPO_BASE_URL: `http://${host}`,
  KENPO_SAMPLES: "0",
  SMTP_URL: smtpUrl,
  KENPO_DRAIN: "3",
});

export type Part = "serve" | "worker";

/** Four processes as on four machines: each with a folder of its own, one database between them. */
const processesOf = async (environment: Record<string, string>) => {
  const make = (name: string, part: Part, more = {}) =>
    portalIn(`${name}-of-each`, { ...environment, ...more }, [part]);
  return {
    servers: [await make("server-a", "serve"), await make("server-b", "serve")] as const,
    workers: [await make("worker-a", "worker"), await make("worker-b", "worker")] as const,
  };
};

/** One server after the other, and whoever has ended is left out. */
const balancer = (servers: readonly Portal[]) => {
  let turn = 0;
  return () => {
    for (let tries = 0; tries < servers.length; tries += 1) {
      turn += 1;
      const server = servers[turn % servers.length];
      if (server && !server.hasEnded()) return server.port;
    }
    throw new Error("no server is left");
  };
};

const openTown = async (appUrl: string) => {
  const database = connectDatabase({
    config: { connectionString: appUrl },
    applicationName: "kenpo test",
    maxConnections: 4,
  });
  const clock = machineClock;
  const registry = await openRegistry({ database, baseUrl: `http://${host}` });
  await loadSamples(database, { now: clock.now(), registry });
  return { database, clock, registry, passwords: openPasswords({ lanes: 2, places: 64 }) };
};

/** PostgreSQL, two servers and two workers, none of them started, the schema not there yet. */
export const openSeveral = async (major: 15 | 18) => {
  const postgres = await realServer(major);
  // Closed below, after the workers.
  const smtp = await testSmtp({ after: () => {} });
  const environment = environmentFor(postgres.ownerUrl, smtp.url);
  const secrets = openSecrets(Buffer.from(environment.KENPO_SECRET, "base64"));
  const { servers, workers } = await processesOf(environment);
  const all = [...servers, ...workers];
  let town: Awaited<ReturnType<typeof openTown>> | undefined;
  const opened = () => {
    if (!town) throw new Error("the town is not open yet");
    return town;
  };
  const society = (code: string): Society => {
    const found = opened().registry.byCode(code);
    if (!found) throw new Error(`no society ${code}`);
    return found;
  };
  const hostOf = (code: string) => {
    const { registry } = opened();
    return registry.entrance(society(code).entranceId)?.host ?? "";
  };
  const port = balancer(servers);
  return {
    ...{ servers, workers, smtp, environment, rootUrl: postgres.rootUrl, society, opened, hostOf },
    /** After `kenpo migrate`: the samples, and a hand in the database for what staff do. */
    openTown: async () => {
      town = await openTown(environment.DATABASE_APP_URL);
    },
    /** Each request of it goes to the other server. */
    browser: (code: string): Visitor => visitor({ port, host: hostOf(code) }),
    browserAt: (code: string, server: Portal): Visitor =>
      visitor({ port: server.port, host: hostOf(code) }),
    /** The same browser in another window, whose requests go to this server. */
    twin: (own: Visitor, code: string, server: Portal): Visitor => {
      const other = visitor({ port: server.port, host: hostOf(code) });
      for (const [name, value] of own.cookies) other.cookies.set(name, value);
      return other;
    },
    queueMails: (code: string, addresses: readonly string[]) => {
      const { database, clock } = opened();
      const content = { subject: "お知らせ", text: "お知らせ", html: "<p>お知らせ</p>" };
      const mails = addresses.map((to) => ({
        ...({ kind: "address/confirm", from: "info", language: "ja", content } as const),
        to,
      }));
      return database.inSociety(society(code).id, async (tx) =>
        queueMails(tx, mails, { now: clock.now(), secrets }),
      );
    },
    insuredPerson: (code: string, own: Partial<Insured> = {}) =>
      insuredPerson(opened(), society(code), own),
    letterFor: (code: string, person: Insured, own: Partial<Letter> = {}) =>
      letterFor(opened(), society(code), person, own),
    mailsTo: async (address: string) => {
      const { mail } = await smtp.mailTo(address);
      return [{ text: mail.text ?? "", subject: mail.subject ?? "" }];
    },
    /** The first mail of a kind, after whatever others. */
    mailNamed: async (address: string, subject: RegExp) => {
      for (let n = 1; ; n += 1) {
        const { mail } = await smtp.mailTo(address, n);
        if (subject.test(mail.subject ?? "")) return { text: mail.text ?? "" };
      }
    },
    close: async () => {
      await town?.database.close();
      await Promise.all(all.map((process) => process.kill()));
      await Promise.all(all.map((process) => process.remove()));
      await smtp.close();
      await postgres.stop();
    },
  };
};

export type Several = Awaited<ReturnType<typeof openSeveral>>;
