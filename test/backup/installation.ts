import { backupCommands } from "../../src/cli/backup/index.ts";
import type { Installation } from "../../src/cli/command.ts";
import type { Clock } from "../../src/kernel/time.ts";
import type { Secrets } from "../../src/platform/crypto/types.ts";
import { connectClient, type DatabaseConfig } from "../../src/platform/database/config.ts";
import { openRegistry } from "../../src/society/index.ts";
import type { TestDatabase } from "../database.ts";
import { shellFor } from "../shell.ts";

export type Parts = {
  readonly database: TestDatabase;
  readonly secrets: Secrets;
  readonly clock: Clock;
};

const connection = (config: DatabaseConfig) => () =>
  connectClient({ config, applicationName: "kenpo test copy", statementTimeoutMs: 0 });

/** As a command opens it: the registry is as it stands now. */
export const installationOf = async ({ database, ...rest }: Parts): Promise<Installation> => ({
  ...rest,
  database: database.app,
  registry: await openRegistry({ database: database.app, baseUrl: "http://localhost:3000" }),
  copyConnection: connection(database.appConfig),
  ownerConnection: connection(database.ownerConfig),
});

/** `kenpo export` and `kenpo import` on an installation. */
export const backupShell =
  (parts: Parts, seen: (whole: Installation) => Installation = (whole) => whole) =>
  async (name: "export" | "import", values = {}, positionals: readonly string[] = []) => {
    const installation = seen(await installationOf(parts));
    return shellFor(backupCommands, () => installation)(name, values, positionals);
  };
