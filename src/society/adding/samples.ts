import { readFileSync } from "node:fs";
import type { Instant } from "../../kernel/time.ts";
import type { Database } from "../../platform/database/types.ts";
import { readDocument } from "../document/read.ts";
import { addSociety } from "./add-society.ts";

/** The five societies of the manuals, A to E. */
export const sampleCodes = ["hikari", "minato", "kaede", "asahi", "sakura"] as const;

export const sampleDocument = (code: (typeof sampleCodes)[number]) => {
  const file = new URL(`../../../societies/${code}.json`, import.meta.url);
  const read = readDocument(readFileSync(file, "utf8"));
  if (!read.ok) throw new Error(`societies/${code}.json: ${JSON.stringify(read.problems)}`);
  return read.document;
};

/** Adds those sample societies that are not there yet; an existing one stays as it is. */
export const loadSamples = async (
  database: Database,
  { now, has }: { readonly now: Instant; readonly has: (code: string) => boolean },
): Promise<void> => {
  const origin = { requestId: "samples", source: "cli" };
  for (const code of sampleCodes.filter((sample) => !has(sample)))
    await addSociety(database, {
      document: sampleDocument(code),
      actor: { kind: "system" },
      origin,
      reason: "sample",
      now,
    });
};
