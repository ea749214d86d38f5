import { commands } from "../../src/cli/index.ts";
import type { Clock } from "../../src/kernel/time.ts";
import type { Secrets } from "../../src/platform/crypto/types.ts";
import { connectClient, type DatabaseConfig } from "../../src/platform/database/config.ts";
import type { Database } from "../../src/platform/database/types.ts";
import type { Registry } from "../../src/society/index.ts";

type Town = {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly registry: Registry;
  readonly appConfig: DatabaseConfig;
};

type Words = {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly positionals: readonly string[];
};

/** Runs a command on the story's installation. @throws with its complaints unless it exits 0 */
export const runCommand = async (
  town: Town,
  { name, values, positionals }: Words,
): Promise<void> => {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const complaints: string[] = [];
  const code = await command.run({
    values,
    positionals,
    out: {
      say: () => {},
      json: () => {},
      complain: (line) => complaints.push(line),
      progress: () => {},
    },
    open: async () => ({
      ...town,
      copyConnection: () =>
        connectClient({ config: town.appConfig, applicationName: "kenpo test copy" }),
    }),
  });
  if (code !== 0) throw new Error(`${name} exited ${code}: ${complaints.join("\n")}`);
};
