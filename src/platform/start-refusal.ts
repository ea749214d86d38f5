/**
 * Every reason why a process does not start, and what it is about. The line that is printed names
 * the variable, the folder or the server as well.
 */
export const startRefusals = {
  config: "A variable of the environment cannot be used as it is.",
  "data-folder": "KENPO_DATA cannot be made or used.",
  "data-of-another": "The embedded database belongs to another user of the machine.",
  "data-unreachable":
    "Started as root, and the account that runs PostgreSQL cannot reach KENPO_DATA.",
  "no-account": "Started as root, and the machine has no account to run PostgreSQL as.",
  "no-embedded-postgres": "No embedded PostgreSQL for this machine: DATABASE_URL is needed.",
  "socket-folder": "The folder of the embedded database's socket belongs to somebody else.",
  "storage-full": "The disk of KENPO_DATA is full.",
  "database-start": "The embedded PostgreSQL did not start; its log says why.",
  "database-passwords": "The embedded database does not know the passwords kept beside it.",
  "database-version": "The server, or the data kept here, is of a version that cannot be used.",
  "database-url": "DATABASE_URL or DATABASE_APP_URL is no address, or nobody answers there.",
  "app-role": "The role of the application has too many rights, or too few.",
  migration: "A migration is missing, was altered, or failed.",
  schema: "The database's schema is older than the program.",
  clock: "The clocks of this machine and of the database differ too much.",
  connections: "The server has too few connections left for KENPO_POOL.",
  secret: "KENPO_SECRET is not the secret that the database was made with.",
  "dkim-key": "KENPO_DKIM_KEY_FILE cannot be read, or holds no key that signs.",
  port: "A port is taken or may not be used.",
  "already-serving": "Another process runs on this data, and an embedded database takes one.",
} as const;

export type StartRefusalCode = keyof typeof startRefusals;

/** A start that cannot go on: one line for the operator that names what to mend, never a stack. */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode;
  constructor(code: StartRefusalCode, line: string) {
    super(line);
    this.code = code;
  }
}
