// A process of its own that exports or imports one backup: { what, app, owner, secret, folder } as
// JSON on its input. Tells what it took and its peak memory. Also killed in the middle by a test.
import { text } from "node:stream/consumers";
import { backupCommands } from "../../src/cli/backup/index.ts";
import type { Installation } from "../../src/cli/command.ts";
import { machineClock } from "../../src/platform/clock.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient, type DatabaseConfig } from "../../src/platform/database/config.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import { openRegistry } from "../../src/society/index.ts";

const applicationName = "kenpo backup-once";
const { what, app, owner, secret, folder } = JSON.parse(await text(process.stdin));
const database = connectDatabase({ config: app, applicationName });
const connection = (config: DatabaseConfig) => () =>
  connectClient({ config, applicationName, statementTimeoutMs: 0 });
const installation: Installation = {
  database,
  clock: machineClock,
  registry: await openRegistry({ database, baseUrl: "http://localhost:3000" }),
  secrets: openSecrets(Buffer.from(secret, "base64")),
  copyConnection: connection(app),
  ownerConnection: connection(owner),
};
const command = backupCommands.find(({ name }) => name === what);
if (!command) throw new Error(`no command ${what}`);
let told: unknown;
const start = performance.now();
const code = await command.run({
  values: what === "export" ? { out: folder } : {},
  positionals: what === "export" ? [] : [folder],
  out: {
    say: () => {},
    json: (result) => {
      told = result;
    },
    complain: (line) => console.error(line),
    progress: () => {},
  },
  open: async () => installation,
});
const ms = performance.now() - start;
await database.close();
// maxRSS is in KiB
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ code, ms, peakMb, told }));
process.exitCode = code;
