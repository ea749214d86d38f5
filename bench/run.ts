import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { benches } from "./list.ts";
import { isMet, type Summary, summaryOf, table } from "./report.ts";
import { serverVersion, useServer } from "./server.ts";
import type { Bench, Figures, Prepared } from "./types.ts";

// `npm run bench -- [name…] [--rounds 5] [--server] [--json]`: each figure stands beside its own limit, taken
// in the same round; the rounds of all benches are interleaved, so that a noisy minute hits all.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
    server: { type: "boolean", default: false },
  },
});

const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`no bench ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const rounds = Number(values.rounds);

type Running = { readonly bench: Bench; readonly prepared: Prepared; readonly figures: Figures[] };

const prepare = async (name: string): Promise<Running> => {
  const bench = await benches[name]?.();
  if (!bench) throw new Error(`no bench ${name}`);
  return { bench, prepared: await bench.prepare(), figures: [] };
};

const measure = async (running: readonly Running[]): Promise<void> => {
  for (let round = 1; round <= rounds; round += 1)
    for (const { bench, prepared, figures } of running) {
      if (!values.json) process.stderr.write(`round ${round}/${rounds}: ${bench.name}\n`);
      figures.push(await prepared.round());
    }
};

// With `exit` the servers that were started go too.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
const running: Running[] = [];
let summaries: readonly Summary[] = [];
const stopServer = values.server ? await useServer() : async () => {};
const database = await serverVersion();
try {
  for (const name of names) running.push(await prepare(name));
  await measure(running);
  summaries = running.map(({ bench, figures }) => summaryOf(bench, figures));
} finally {
  for (const { prepared } of running) await prepared.close();
  await stopServer();
}
if (values.json)
  console.log(JSON.stringify({ database, rounds, loadavg: loadavg(), summaries }, null, 2));
else console.log(`on: ${database}\n${table(summaries)}`);
process.exitCode = summaries.every(({ lines }) => lines.every(isMet)) ? 0 : 1;
