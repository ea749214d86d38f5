import pino from "pino";
import type { LogFields } from "./log-fields.ts";
import { safeFields } from "./log-fields.ts";

export type Level = "debug" | "info" | "warn" | "error" | "fatal";

export type Log = {
  /**
   * One JSON line. `name` is an event in our own words, such as `mail.sent`.
   * There is no free text: what a person typed has no field to stand in.
   */
  readonly event: (level: Level, name: string, fields?: LogFields) => void;
  /** The same log, with these fields in every line, such as the request's id. */
  readonly about: (fields: LogFields) => Log;
};

type Options = {
  /** LOG_LEVEL */
  readonly level: string;
  /** Where the lines go; stdout unless a test listens. */
  readonly destination?: pino.DestinationStream;
};

const logOf = (line: pino.Logger, always: LogFields): Log => ({
  event: (level, name, fields = {}) => line[level](safeFields({ ...always, ...fields }), name),
  about: (fields) => logOf(line, { ...always, ...fields }),
});

export const openLog = ({ level, destination = pino.destination(1) }: Options): Log =>
  logOf(
    pino(
      {
        level,
        // No pid and no host name; the level as a word; the instant as ISO text.
        base: null,
        messageKey: "event",
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      destination,
    ),
    {},
  );
