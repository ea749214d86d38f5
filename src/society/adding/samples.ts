import { readFileSync } from "node:fs";
import type { Instant } from "../../kernel/time.ts";
import type { Database } from "../../platform/database/types.ts";
import { readDocument } from "../document/read.ts";
import type { Registry } from "../types.ts";
import { addSociety } from "./add-society.ts";

/** The five societies of the manuals, A to E. */
export const sampleCodes = ["hikari", "minato", "kaede", "asahi", "sakura"] as const;

export const sampleDocument = (code: (typeof sampleCodes)[number]) => {
  const file = new URL(`../../../societies/${code}.json`, import.meta.url);
  const read = readDocument(readFileSync(file, "utf8"));
  if (!read.ok) throw new Error(`societies/${code}.json: ${JSON.stringify(read.problems)}`);
  return read.document;
};

/**
 * Adds the samples to an installation that has no other society: what a stopped start left out is
 * added by the next one, and a real installation never gets any.
 */
export const loadSamples = async (
  database: Database,
  { now, registry }: { readonly now: Instant; readonly registry: Registry },
): Promise<void> => {
  const known = registry.all().map(({ code }) => code);
  const isSample = (code: string) => sampleCodes.some((sample) => sample === code);
  if (!known.every(isSample)) return;
  for (const code of sampleCodes.filter((sample) => !known.includes(sample)))
    await addSociety(database, {
      document: sampleDocument(code),
      actor: { kind: "system" },
      origin: { requestId: "samples", source: "cli" },
      reason: "sample",
      now,
    });
  await registry.refresh();
};
