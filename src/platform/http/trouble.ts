import { failureKind } from "../database/failures.ts";

/** Pages that no feature owns, by what went wrong. */
export type Trouble =
  | "not-found"
  | "forged"
  | "cookies-off"
  | "too-large"
  | "unreadable"
  | "ended"
  | "busy"
  | "storage-full"
  | "unavailable"
  | "broken";

export const statusOf: Readonly<Record<Trouble, 403 | 404 | 410 | 413 | 422 | 500 | 503>> = {
  "not-found": 404,
  forged: 403,
  "cookies-off": 403,
  "too-large": 413,
  unreadable: 422,
  ended: 410,
  busy: 503,
  "storage-full": 503,
  unavailable: 503,
  broken: 500,
};

/** A handler that meets such trouble throws this; the page is made in one place. */
export class TroubleError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What an error means for the person in front of the page. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof TroubleError) return error.trouble;
  const kind = failureKind(error);
  return kind === "other" ? "broken" : kind;
};
