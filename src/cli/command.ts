import type { Clock } from "../kernel/time.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import type { Database } from "../platform/database/types.ts";
import type { Registry } from "../society/types.ts";

/**
 * 0 done · 1 the input was refused, nothing changed · 2 wrong usage · 75 from a mail server's pipe:
 * not the mail's fault, deliver it again later (EX_TEMPFAIL of sysexits.h)
 */
export type ExitCode = 0 | 1 | 2 | 75;

export type Output = {
  /** A line for people (stdout; nothing with --json). */
  readonly say: (line: string) => void;
  /** The result for machines (stdout, only with --json). */
  readonly json: (result: unknown) => void;
  /** A line on stderr. */
  readonly complain: (line: string) => void;
  /** A progress bar on stderr where that is a terminal, silent otherwise. */
  readonly progress: (label: string, done: number, total: number) => void;
};

/** What a command is given: an open installation, closed after it. */
export type Installation = {
  readonly database: Database;
  readonly clock: Clock;
  readonly registry: Registry;
  readonly secrets: Secrets;
  /** A connection of its own outside pipelining, for COPY. The caller ends it. */
  readonly copyConnection: () => Promise<import("pg").Client>;
  /** The same as the schema's owner; missing where only DATABASE_APP_URL is given. */
  readonly ownerConnection?: () => Promise<import("pg").Client>;
};

export type Command = {
  /** Words after `kenpo`, such as `members import`. */
  readonly name: string;
  /** The rest of the usage line, such as `--society CODE FILE.csv [--dry-run]`. */
  readonly usage: string;
  /** One sentence. */
  readonly summary: string;
  /** node:util parseArgs options; --json and --help are added. */
  readonly options: Readonly<Record<string, { type: "string" | "boolean" }>>;
  readonly run: (call: Call) => Promise<ExitCode>;
};

export type Call = {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
  readonly out: Output;
  /** Attaches to the running server's database, or starts the embedded one for this command. */
  readonly open: () => Promise<Installation>;
};
