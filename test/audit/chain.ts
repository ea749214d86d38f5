import { randomBytes } from "node:crypto";
import { type Fact, recordFacts } from "../../src/audit/index.ts";
import { beginning } from "../../src/audit/seals/root.ts";
import { sealFacts } from "../../src/audit/seals/sealing.ts";
import { countAfter, latestSeal } from "../../src/audit/seals/store.ts";
import type { SocietyId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/time.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import type { Secrets } from "../../src/platform/crypto/types.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { testClock } from "../clock.ts";
import type { TestDatabase } from "../database.ts";

const origin = { requestId: "Rq7-abc_D", source: "2001:db8::17" };

export const told = (n: number): Fact => ({
  action: "account.locked",
  actor: { kind: "staff", id: "00000000-0000-7000-8000-0000000000aa" },
  subject: { kind: "account", id: `account-${n}` },
  memberId: "00000000-0000-7000-8000-0000000000bb",
  details: { n, reason: "tries", isRepeated: false },
});

/** Facts and seals of one database, as its worker makes them. */
export const chainIn = (database: TestDatabase, start?: Instant) => {
  const clock = testClock(start);
  const secret = randomBytes(32);
  const secrets = openSecrets(secret);
  const parts = { database: database.app, clock, secrets };
  const record = (society: SocietyId, count: number, at: Instant = clock.now()) =>
    database.app.inSociety(society, async (tx) =>
      recordFacts(
        tx,
        Array.from({ length: count }, (_, n) => told(n)),
        { origin, at },
      ),
    );
  const unsealed = async (society: SocietyId) =>
    countAfter(database.app, society, (await latestSeal(database.app, society))?.last ?? beginning);
  const isHeldBack = async (society: SocietyId) => {
    const [rows] = await database.app.read(society, [
      sql`select transaction_id >= pg_snapshot_xmin(pg_current_snapshot()) and era = audit_era()
            as held
          from audit_fact where society_id = ${society}
          order by era desc, transaction_id desc limit 1`,
    ]);
    return (rows as { held: boolean }[])[0]?.held === true;
  };
  /** Other test files' transactions hold facts back: asked again until all can be sealed at once. */
  const sealAll = async (society: SocietyId, by: Secrets = secrets) => {
    for (let asks = 0; await isHeldBack(society); asks += 1)
      if (asks > 500_000) throw new Error("facts stay unsealed");
    while ((await unsealed(society)) > 0) await sealFacts({ ...parts, secrets: by }, society);
  };
  return { clock, secret, secrets, parts, record, unsealed, sealAll };
};
