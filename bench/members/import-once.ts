// A process of its own that imports one file: { config, society, path } as JSON on its input. Tells
// what it took and its peak memory. Also killed in the middle by a test.
import { text } from "node:stream/consumers";
import { importMembers } from "../../src/imports/index.ts";
import { machineClock } from "../../src/platform/clock.ts";
import { connectClient } from "../../src/platform/database/config.ts";

const { config, society, path } = JSON.parse(await text(process.stdin));
// as a command: no statement is given up on
const client = await connectClient({
  config,
  applicationName: "kenpo import-once",
  statementTimeoutMs: 0,
});
const start = performance.now();
const result = await importMembers(
  { client, clock: machineClock },
  { society, path, isRehearsal: false, actor: { kind: "operator" }, source: "cli" },
);
const ms = performance.now() - start;
await client.end();
if (!result.ok) throw new Error(JSON.stringify(result.problems.first));
// maxRSS is in KiB
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, peakMb, rows: result.rows }));
