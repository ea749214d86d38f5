import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "../../kernel/password-text.ts";
import { openQueue, type QueueSize, type Ticket } from "./queue.ts";

/** OWASP's second choice of argon2id: 19 MiB, 2 passes, 1 lane; 10–20 ms a core. */
const parameters = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;
const prefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/**
 * A well-formed hash of nothing that anybody knows, at today's parameters: no password is right, and a
 * sign-in costs what it does for a wrong one.
 */
export const nobodysHash = (): string => {
  const part = (bytes: number) => randomBytes(bytes).toString("base64").replaceAll("=", "");
  return `${prefix}${part(16)}$${part(32)}`;
};

const nobodys = nobodysHash();

export type Passwords = {
  /**
   * A place in the queue, or undefined when it is full: then answer 503 with Retry-After before
   * any look-up, or the answer's haste would tell who is known. `using` gives the place back:
   *
   *     using ticket = passwords.ticket();
   *     if (!ticket) return busy();
   */
  readonly ticket: () => Ticket | undefined;
  /** PHC string, about 97 characters. */
  readonly hash: (ticket: Ticket, password: string) => Promise<string>;
  /** Null where there is no such account or no password: costs the same, and is never right. */
  readonly verify: (ticket: Ticket, hash: string | null, password: string) => Promise<boolean>;
  /** Places taken now, waiting or at work. */
  readonly depth: () => number;
};

/** Whether a hash was made with other parameters than today's. */
export const needsRehash = (phc: string): boolean => !phc.startsWith(prefix);

/**
 * Hashing runs in libuv's pool, `lanes` at a time, so that files and names are not kept waiting
 * behind a queue of sign-ins.
 * @param size lanes: as many as cores; one fewer where the same machine answers pages meanwhile.
 *   places: how many may wait or work; `lanes` × 64 keep a person waiting for about 1 s
 */
export const openPasswords = (size: QueueSize): Passwords => {
  const queue = openQueue(size);
  return {
    ticket: queue.ticket,
    depth: queue.depth,
    hash: (ticket, password) => queue.run(ticket, () => hash(normalPassword(password), parameters)),
    verify: async (ticket, phc, password) => {
      const isRight = await queue.run(ticket, () =>
        verify(phc ?? nobodys, normalPassword(password)),
      );
      return phc !== null && isRight;
    },
  };
};
