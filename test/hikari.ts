import type { Instant } from "../src/kernel/time.ts";
import type { Database } from "../src/platform/database/types.ts";
import { addSociety, openRegistry, type Registry, sampleDocument } from "../src/society/index.ts";

/** ひかり電機 in an empty database, added as an operator does it. @returns a registry that knows it */
export const hikariIn = async (database: Database, now: Instant): Promise<Registry> => {
  await addSociety(database, {
    document: sampleDocument("hikari"),
    actor: { kind: "operator" },
    origin: { requestId: "run", source: "cli" },
    reason: "test",
    now,
    dryRun: false,
  });
  return openRegistry({ database, baseUrl: "http://localhost:3000" });
};
