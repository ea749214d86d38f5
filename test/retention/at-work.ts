// One work of retention in a process of its own, told on its command line: run by killed.test.ts and
// memory.test.ts. With `killAt` it is killed within its so many-eth transaction, everything written
// and nothing committed; without, and with --expose-gc, it prints the most bytes that were alive.

import { openNewFolder } from "../../src/cli/society/end/export/folder.ts";
import { inSnapshot } from "../../src/cli/society/end/export/store.ts";
import { writeExport } from "../../src/cli/society/end/export/write.ts";
import { sweep } from "../../src/main/retention/sweep.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectClient } from "../../src/platform/database/config.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import type { Database } from "../../src/platform/database/types.ts";
import { eraseSociety, openRegistry } from "../../src/society/index.ts";
import { testClock } from "../clock.ts";

const given = JSON.parse(process.argv[2] ?? "{}");
const { what, config, secret, society, now, killAt, folder } = given;
const real = connectDatabase({ config, applicationName: "kenpo test" });
let transactions = 0;

let [steps, alive] = [0, 0];
const measure = (every: number) => {
  steps += 1;
  if (!globalThis.gc || steps % every !== 0) return;
  globalThis.gc();
  alive = Math.max(alive, process.memoryUsage().heapUsed);
};

const database: Database = {
  ...real,
  inSociety: (whose, work) =>
    real.inSociety(whose, async (tx) => {
      const result = await work(tx);
      measure(16);
      transactions += 1;
      if (transactions === killAt) {
        // Answers come in order: everything before it was received.
        await tx.query({ text: "select 1", values: [], name: "reached" });
        process.kill(process.pid, "SIGKILL");
      }
      return result;
    }),
};
const clock = testClock(now);
const secrets = openSecrets(Buffer.from(secret, "base64"));

const works: Readonly<Record<string, () => Promise<void>>> = {
  sweep: async () => {
    const registry = await openRegistry({ database, baseUrl: "http://localhost:3000" });
    await sweep({ database, clock, secrets, registry });
  },
  // given the owner's connection
  erase: () => eraseSociety(database, society, { now: clock.now, gone: () => {} }),
  export: async () => {
    const client = await connectClient({
      config,
      applicationName: "kenpo test",
      statementTimeoutMs: 0,
    });
    const query = client.query.bind(client) as (...given: never[]) => unknown;
    client.query = ((...asked: never[]) => {
      measure(1);
      return query(...asked);
    }) as never;
    const opened = await openNewFolder(folder);
    if (!opened.ok) throw new Error(opened.code);
    const whose = { id: society, code: "x", name: { ja: "x", en: "x" }, version: 1 };
    await inSnapshot(client, society, (snapshot) =>
      writeExport(snapshot, opened.value, { whose, madeAt: now }),
    );
    await client.end();
  },
};

await works[what]?.();
await real.close();
console.log(alive);
