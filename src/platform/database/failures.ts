type Coded = { readonly code?: unknown; readonly constraint?: unknown; readonly message?: unknown };

/** SQLSTATE of PostgreSQL or the system's code (`ECONNREFUSED`); empty when there is none. */
export const codeOf = (error: unknown): string => {
  const code = (error as Coded | null)?.code;
  return typeof code === "string" ? code : "";
};

/** An answer of the server, as against a lost connection or a bug of ours. */
export const isServerError = (error: unknown): boolean => /^[0-9A-Z]{5}$/.test(codeOf(error));

/** Two rows with the same key. Name the constraint: another one is another story. */
export const isUniqueViolation = (error: unknown, constraint: string): boolean =>
  codeOf(error) === "23505" && (error as Coded).constraint === constraint;

export type FailureKind = "storage-full" | "unavailable" | "busy" | "other";

const busyCode = "KENPO_POOL_BUSY";

/** All connections of this process are at work, and enough others wait for one. */
export const tooManyWait = (): Error =>
  Object.assign(new Error("no connection is free"), { code: busyCode });

/** pg tells this only by its words. */
export const isWaitOver = (error: unknown): boolean =>
  String((error as Coded | null)?.message).includes("timeout exceeded when trying to connect");

// Class 08 connection exception, 57014 a statement took too long, 57P0x shutdown, crash or start of
// the server, 53300 too many connections: https://www.postgresql.org/docs/18/errcodes-appendix.html
const unavailableCode =
  /^(08...|57014|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/;
// pg tells these only by their words.
const unavailableWords =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|timeout expired|Query read timeout/;

/** What to tell people: a full house, a full disk and a lost server come and go, the rest is a bug. */
export const failureKind = (error: unknown): FailureKind => {
  const code = codeOf(error);
  // 55P03: somebody held a lock for longer than a page should wait
  if (code === busyCode || code === "55P03") return "busy";
  if (code === "53100" || code === "ENOSPC" || code === "EDQUOT") return "storage-full";
  if (unavailableCode.test(code)) return "unavailable";
  return unavailableWords.test(String((error as Coded | null)?.message)) ? "unavailable" : "other";
};
