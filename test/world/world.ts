import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { tellOwners } from "../../src/identity/locks/index.ts";
import { warnOfExpiry } from "../../src/identity/password-expiry/index.ts";
import { sendRecoveries } from "../../src/identity/recovery/index.ts";
import { startMailWorker } from "../../src/mail/index.ts";
import { createWeb, type WebParts } from "../../src/main/web.tsx";
import { readConfig } from "../../src/platform/config.ts";
import { openPasswords } from "../../src/platform/crypto/passwords.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import type { Web } from "../../src/platform/http/types.ts";
import type { Message, Transport } from "../../src/platform/smtp/types.ts";
import { loadSamples, openRegistry, type Society } from "../../src/society/index.ts";
import { testClock } from "../clock.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { type Visitor, visitor } from "../http-client.ts";
import { wrongActiveFactors } from "./active-factors.ts";
import { runCommand } from "./command.ts";
import { type Insured, insuredPerson, type Letter, letterFor } from "./people.ts";

const captured = (sent: Message[]): Transport => ({
  send: async (message) => {
    sent.push(message);
    return { sent: true };
  },
  close: () => {},
});

const listen = (server: Server): Promise<number> =>
  new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });

type Own = {
  /** Routes beside those of the application, such as a service that is not there yet. */
  readonly more?: (
    web: Web,
    parts: Pick<WebParts, "database" | "secrets" | "registry" | "passwords">,
  ) => void;
  /** Beside the base URL, such as TRUSTED_PROXIES for browsers that come from several sources. */
  readonly environment?: Readonly<Record<string, string>>;
};

/**
 * A whole installation in this process: real PostgreSQL, the sample societies, a clock that the
 * story moves, and mails that arrive in a list. Call `close` in `after`.
 * @param restored a database that has its societies already
 */
export const openWorld = async (restored?: TestDatabase, { more, environment }: Own = {}) => {
  const database = restored ?? (await testDatabase());
  const clock = testClock();
  const server = createServer();
  const port = await listen(server);
  const baseUrl = `http://localhost:${port}`;
  const config = readConfig({ KENPO_BASE_URL: baseUrl, ...environment });
  const secrets = openSecrets(Buffer.alloc(32, 7));
  const registry = await openRegistry({ database: database.app, baseUrl });
  if (!restored) await loadSamples(database.app, { now: clock.now(), registry });
  const passwords = openPasswords({ lanes: 2, places: 64 });
  const failures: unknown[] = [];
  const records: unknown[] = [];
  const installation = { database: database.app, clock, secrets, registry };
  const web = createWeb({
    ...installation,
    config,
    passwords,
    record: (event) => records.push(event),
    failed: (_, error) => failures.push(error),
  });
  more?.(web, { ...installation, passwords });
  server.on("request", getRequestListener(web.fetch));
  const sent: Message[] = [];
  const mails = startMailWorker({
    ...installation,
    transport: captured(sent),
    domain: "localhost",
    random: () => 0.5,
    report: () => {},
    schedule: () => ({ stop: () => {} }),
    holder: null,
  });
  const society = (code: string): Society => {
    const found = registry.byCode(code);
    if (!found) throw new Error(`no society ${code}`);
    return found;
  };
  const hostOf = (code: string) => {
    const entrance = registry.entrance(society(code).entranceId);
    return entrance?.host ?? "";
  };
  return {
    ...installation,
    app: database.app,
    stored: database,
    appConfig: database.appConfig,
    port,
    passwords,
    failures,
    records,
    society,
    hostOf,
    /** Another browser at the entrance of a society. */
    browser: (code: string, headers: Readonly<Record<string, string>> = {}): Visitor =>
      visitor({ port, host: hostOf(code), headers }),
    insuredPerson: (code: string, own: Partial<Insured> = {}) =>
      insuredPerson({ database: database.app, clock }, society(code), own),
    letterFor: (code: string, person: Insured, own: Partial<Letter> = {}): Promise<Letter> =>
      letterFor({ database: database.app, clock, passwords }, society(code), person, own),
    /** Everything queued so far goes out. @returns the mails to one address, oldest first */
    mailsTo: async (address: string): Promise<readonly Message[]> => {
      await tellOwners(installation);
      await warnOfExpiry(installation);
      await sendRecoveries(installation);
      await mails.drain();
      return sent.filter(({ to }) => to === address);
    },
    /** A command of the command line, as an operator runs it, without its output. */
    command: (name: string, values: Record<string, string>, positionals: readonly string[] = []) =>
      runCommand({ ...installation, appConfig: database.appConfig }, { name, values, positionals }),
    close: async () => {
      await mails.stop();
      failures.push(...(await wrongActiveFactors(database.app, registry.all())));
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await database.drop();
    },
  };
};

export type World = Awaited<ReturnType<typeof openWorld>>;
