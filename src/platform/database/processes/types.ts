import type { Id } from "../../../kernel/ids.ts";

export type ProcessId = Id<"process">;
export type ProcessKind = "start" | "serve" | "worker";

/** Who claims work that another process may take over when this one is gone. */
export type Holder = {
  readonly id: ProcessId;
  /** False when the others may take this process for gone by now: begin nothing that it holds. */
  readonly isSure: () => boolean;
};

/** This process among those that share the database. */
export type Membership = Holder & {
  /** Whether the work of that name is this process's to do, now. */
  readonly holds: (lease: string) => boolean;
  /** Held, and not done to the end for so many seconds, whoever did it then. */
  readonly isDue: (lease: string, everySeconds: number) => boolean;
  readonly done: (lease: string) => Promise<void>;
  /** This machine's clock less the database server's, milliseconds, as measured last. */
  readonly clockAheadMs: () => number;
  /** Lets the others take over at once. */
  readonly leave: () => Promise<void>;
};
