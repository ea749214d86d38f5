// A process of its own that issues letters to everyone of a society: { config, code, pdf, csv } as
// JSON on its input. Tells what it took and its peak memory. With { isHashed: false } nothing is
// hashed: what all the rest takes. Under --expose-gc also the live heap, time and again. Also killed
// in the middle by a test.
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { editionOf, judgeFor, openFiles } from "../../src/cli/credentials/files.ts";
import { issueLetters, issuingPlaces, planLetters } from "../../src/identity/provisional/index.ts";
import { machineClock } from "../../src/platform/clock.ts";
import { openPasswords } from "../../src/platform/crypto/passwords.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import { openRegistry } from "../../src/society/index.ts";

const {
  config,
  code,
  pdf = null,
  csv = null,
  isHashed = true,
} = JSON.parse(await text(process.stdin));
const applicationName = "kenpo issue-once";
const clock = machineClock;
const database = connectDatabase({ config, applicationName });
const client = await connectClient({ config, applicationName, statementTimeoutMs: 0 });
const registry = await openRegistry({ database, baseUrl: "http://localhost:3000" });
const society = registry.byCode(code);
if (!society) throw new Error("no such society");
const secrets = openSecrets(Buffer.alloc(32, 7));
const places = { pdf, csv };

/** Live bytes after each 2,048 letters. */
const heap: number[] = [];
const measure = (done: number) => {
  if (!globalThis.gc || done % 2048 !== 0) return;
  globalThis.gc();
  heap.push(process.memoryUsage().heapUsed);
};

const start = performance.now();
const planned = await planLetters(
  { clock, client },
  {
    society,
    wanted: { isOnlyNew: false },
    judge: judgeFor(places),
    leavesOutUnprintable: false,
  },
);
if (!planned.ok) throw new Error(planned.code);
const plannedMs = performance.now() - start;
const opened = await openFiles(places, editionOf({ registry, clock }, society));
if (!opened.ok) throw new Error(opened.code);
const queue = openPasswords({ lanes: availableParallelism(), places: issuingPlaces });
const passwords = isHashed ? queue : { ...queue, hash: async () => "$argon2id$none" };
const issued = await issueLetters(
  { database, clock, secrets, passwords, client },
  {
    plan: planned.value,
    actor: { kind: "operator" },
    origin: { requestId: "bench", source: "cli" },
    sink: opened.value,
    progress: measure,
  },
);
const ms = performance.now() - start;
await client.end();
await database.close();
if (!issued.ok) throw new Error(issued.code);
// maxRSS is in KiB
const peakMb = process.resourceUsage().maxRSS / 1024;
const { user, system } = process.cpuUsage();
const cpuMs = (user + system) / 1000;
console.log(JSON.stringify({ ms, plannedMs, cpuMs, peakMb, heap, count: issued.value.count }));
