import { codeOf } from "../platform/database/failures.ts";
import type { LogFields } from "../platform/log-fields.ts";

/** Our own frames without the machine's folders; never the message, which may repeat a value. */
const framesOf = (stack: string) =>
  [...stack.matchAll(/at (?:async )?([\w$.<>]+)?.*?\/(src\/[\w./-]+:\d+)/g)]
    .slice(0, 4)
    .map(([, name = "", place = ""]) => `${name} ${place}`.trim())
    .join(" / ");

export const describeError = (error: unknown): LogFields => {
  if (!(error instanceof Error)) return { errorName: "unknown" };
  return {
    errorName: error.name,
    errorCode: codeOf(error) || undefined,
    at: framesOf(error.stack ?? ""),
  };
};
