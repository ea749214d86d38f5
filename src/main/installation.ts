import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { beginAuditEra } from "../audit/index.ts";
import type { Installation } from "../cli/index.ts";
import { machineClock } from "../platform/clock.ts";
import type { Config } from "../platform/config.ts";
import { keptSecret } from "../platform/crypto/secret-file.ts";
import { openSecrets } from "../platform/crypto/secrets.ts";
import { checkSecret } from "../platform/crypto/store.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import { connectClient, type DatabaseConfig } from "../platform/database/config.ts";
import type { Patience } from "../platform/database/connect.ts";
import { type Opened, openDatabase } from "../platform/database/open.ts";
import { checkClock } from "../platform/database/processes/index.ts";
import { StartRefusal } from "../platform/start-refusal.ts";
import { openRegistry } from "../society/index.ts";

/** The folder of this version's. */
export const migrations = fileURLToPath(new URL("../../migrations", import.meta.url));

/** An open installation; `close` stops the embedded server when nobody else uses it. */
export type Open = Installation & { readonly opened: Opened; readonly close: () => Promise<void> };

const secretsOf = (config: Config): Secrets => {
  const current = Buffer.from(config.secret ?? keptSecret(config.dataFolder), "base64");
  const previous = config.previousSecret ? [Buffer.from(config.previousSecret, "base64")] : [];
  return openSecrets(current, previous);
};

const makeFolder = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new StartRefusal("data-folder", `KENPO_DATA: the folder cannot be made (${code})`);
  }
};

type Opening = {
  readonly config: Config;
  readonly name: string;
  /** 0 for a command, which may work for long on much; short for who waits at a page. */
  readonly statementTimeoutMs: number;
  /** Brings the schema of a server up to date; who only runs on it waits for `kenpo migrate`. */
  readonly mayMigrate: boolean;
  /** For pages; a command waits as long as it takes. */
  readonly patience?: Patience;
  readonly log: (line: string) => void;
};

/** Opens the database (adopted, started or remote), migrates it, checks secret and clock, reads the registry. */
export const openInstallation = async (opening: Opening): Promise<Open> => {
  const { config, name, statementTimeoutMs, mayMigrate, patience, log } = opening;
  makeFolder(config.dataFolder);
  const clock = machineClock;
  const opened = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    databaseAppUrl: config.databaseAppUrl,
    migrations,
    mayMigrate,
    now: clock.now(),
    applicationName: `kenpo ${name}`,
    statementTimeoutMs,
    maxConnections: config.pool,
    ...(patience && { patience }),
    log,
  });
  try {
    const secrets = secretsOf(config);
    if ((await checkSecret(opened.database, secrets)) === "wrong")
      throw new StartRefusal(
        "secret",
        "KENPO_SECRET: this is not the secret that the database was made with; give the right one, or the earlier one as KENPO_SECRET_PREVIOUS",
      );
    // Before anything is written: a command's facts, letters and periods bear this machine's time too.
    await checkClock(opened.database, clock);
    await beginAuditEra(opened.database);
    const registry = await openRegistry({ database: opened.database, baseUrl: config.baseUrl });
    const connection = (to: DatabaseConfig) => (): Promise<pg.Client> =>
      // a file may be of any length: neither the server nor the client gives up on a statement
      connectClient({ config: to, applicationName: `kenpo ${name} copy`, statementTimeoutMs: 0 });
    return {
      database: opened.database,
      clock,
      secrets,
      registry,
      opened,
      copyConnection: connection(opened.appConfig),
      ...(opened.ownerConfig && { ownerConnection: connection(opened.ownerConfig) }),
      close: opened.close,
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
};
