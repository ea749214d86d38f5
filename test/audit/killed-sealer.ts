// A sealer that is killed within the transaction of its third seal, everything written and nothing
// committed: run by audit/seals/sealing.test.ts.
import { sealFacts } from "../../src/audit/seals/sealing.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { connectDatabase } from "../../src/platform/database/connect.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Database } from "../../src/platform/database/types.ts";
import { testClock } from "../clock.ts";

const [given = "", now] = process.argv.slice(2);
const { config, secret, society } = JSON.parse(given);
const real = connectDatabase({ config, applicationName: "kenpo test" });
let written = 0;
const database: Database = {
  ...real,
  inSociety: (whose, work) =>
    real.inSociety(whose, async (tx) => {
      const result = await work(tx);
      const row = await tx.one<{ number: number }>(sql`
        select max(number) as number from audit_seal where society_id = ${tx.society}`);
      written = row?.number ?? 0;
      if (written === 3) process.kill(process.pid, "SIGKILL");
      return result;
    }),
};
const parts = {
  database,
  clock: testClock(now as Instant),
  secrets: openSecrets(Buffer.from(secret, "base64")),
};
while (written < 3) await sealFacts(parts, society);
