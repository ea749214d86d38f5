// A process of its own that imports one file: { config, code, path } as JSON on its input. Tells
// what it took and its peak memory. Also killed in the middle by a test.
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { importCredentials } from "../../src/imports/index.ts";
import { machineClock } from "../../src/platform/clock.ts";
import { openPasswords } from "../../src/platform/crypto/passwords.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import { openRegistry } from "../../src/society/index.ts";

const { config, code, path } = JSON.parse(await text(process.stdin));
const applicationName = "kenpo import-once";
const database = connectDatabase({ config, applicationName });
const client = await connectClient({ config, applicationName });
const registry = await openRegistry({ database, baseUrl: "http://localhost:3000" });
const society = registry.byCode(code);
if (!society) throw new Error("no such society");
const passwords = openPasswords({ lanes: availableParallelism(), places: 64 });
const start = performance.now();
const result = await importCredentials(
  {
    client,
    database,
    clock: machineClock,
    passwords,
    secrets: openSecrets(randomBytes(32), []),
  },
  {
    society,
    path,
    href: "http://localhost:3000/sign-in",
    listPath: null,
    isRehearsal: false,
    actor: { kind: "operator" },
    source: "cli",
    progress: () => {},
    tell: () => {},
  },
);
const ms = performance.now() - start;
await client.end();
await database.close();
if (!result.ok) throw new Error(JSON.stringify(result));
// maxRSS is in KiB
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, peakMb, rows: result.rows, counts: result.counts }));
