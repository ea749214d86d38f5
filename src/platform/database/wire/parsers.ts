import pg from "pg";
import { type Instant, instantOf } from "../../../kernel/time.ts";

// Object ids of built-in types: src/include/catalog/pg_type.dat
const int8 = 20;
const int8Array = 1016;
const date = 1082;
const dateArray = 1182;
const timestamptz = 1184;
const timestamptzArray = 1185;

const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;

/** `2026-11-20 01:02:03.004+00` as an `Instant`; digits beyond milliseconds are cut. */
export const parseInstant = (text: string): Instant => {
  const parts = inUtc.exec(text);
  if (parts)
    return `${parts[1]}T${parts[2]}.${(parts[3] ?? "").padEnd(3, "0").slice(0, 3)}Z` as Instant;
  // Another zone than ours (an operator's `options`), or no instant at all (infinity).
  const epochMs = Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  if (Number.isNaN(epochMs)) throw new RangeError("timestamptz outside of what an Instant holds");
  return instantOf(epochMs);
};

/** @throws RangeError beyond 2^53, where a number would be silently wrong */
export const parseInt8 = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("int8 beyond the safe integers");
  return value;
};

const asText = (text: string) => text;
// Typed as a function, but it is a maker of parsers.
const arrays = pg.types.arrayParser as unknown as {
  create: (text: string, entry: (text: string | null) => unknown) => { parse: () => unknown[] };
};
const arrayOf =
  <T>(parse: (text: string) => T) =>
  (text: string): unknown[] =>
    arrays.create(text, (entry) => (entry === null ? null : parse(entry))).parse();

const ours = new Map<number, (text: string) => unknown>([
  [int8, parseInt8],
  [int8Array, arrayOf(parseInt8)],
  [date, asText],
  [dateArray, arrayOf(asText)],
  [timestamptz, parseInstant],
  [timestamptzArray, arrayOf(parseInstant)],
]);

/** Times as `Instant`, days as `PlainDate`, int8 as number, numeric as text; the rest as pg does. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && ours.get(oid)) || pg.types.getTypeParser(oid, format),
};
