import { createHash } from "node:crypto";
import { instantOf } from "../../kernel/time.ts";
import type { StoredFact } from "./types.ts";

/** 9999-12-31, from where on ISO texts grow longer. */
const lastMicroseconds = 253_402_300_799_999_999n;

/** Microseconds since the epoch as ISO text with six digits; other numbers, and infinity, as they are. */
export const momentText = (microseconds: string): string => {
  if (!/^\d{4,18}$/.test(microseconds) || BigInt(microseconds) > lastMicroseconds)
    return microseconds;
  const ms = instantOf(Number(microseconds.slice(0, -3)));
  return `${ms.slice(0, -1)}${microseconds.slice(-3)}Z`;
};

/**
 * The one text of a fact: JSON of every column in this order. Details are jsonb's own text, whose
 * keys have one order and whose numbers keep every digit.
 */
export const factLine = (fact: StoredFact): string => {
  const { details, at, ...rest } = fact;
  const { society, era, transaction, id, actorKind, actorId, action } = rest;
  const { subjectKind, subjectId, memberId, requestId, source } = rest;
  const place = { v: 1, society, era, transaction, id, at: momentText(at) };
  const who = { actorKind, actorId, action, subjectKind, subjectId, memberId, requestId, source };
  return `${JSON.stringify({ ...place, ...who }).slice(0, -1)},"details":${details}}`;
};

/** SHA-256 of a fact's line. */
export const leafOf = (line: string): Buffer => createHash("sha256").update(line, "utf8").digest();
