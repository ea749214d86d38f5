import type { SocietyId } from "../../kernel/ids.ts";
import { type FailedAddress, markFailing } from "../addresses/store.ts";
import { nextAttempt } from "./rules.ts";
import { type Attempted, recordAttempts } from "./store.ts";
import type { Outcome, Report, Sending } from "./types.ts";

/** Writes what became of mails: whatever came while it wrote goes with the next commit. */
export type Recorder = {
  /** Waits only when so much is unwritten that a crash would send more than a handful twice. */
  readonly add: (outcome: Outcome) => Promise<void>;
  /** @throws what the database said; nothing is forgotten, the next call tries again */
  readonly flush: () => Promise<void>;
};

/** Unwritten mails at which no further one is begun. */
const most = 20;

const attemptedOf = (parts: Sending, { mail, delivery }: Outcome): Attempted => {
  const { id, attempts, queuedAt } = mail;
  if (delivery.sent) return { id, state: "sent", code: null, dueAt: null };
  const { code, forGood } = delivery;
  const [now, random] = [parts.clock.now(), parts.random()];
  const next = { attempts: attempts + 1, queuedAt, now, random };
  const dueAt = forGood ? null : nextAttempt(next);
  return { id, state: dueAt ? "queued" : "failed", code, dueAt };
};

const failedAddressOf = ({ to, mail, delivery }: Outcome): FailedAddress[] =>
  to !== null && !delivery.sent && delivery.forGood && delivery.about === "recipient"
    ? [{ address: to, code: delivery.code, queuedAt: mail.queuedAt }]
    : [];

const words = { sent: "sent", failed: "failed", queued: "postponed" } as const;
const reportOf = (society: SocietyId, { id, state, code }: Attempted): Report => ({
  society,
  mail: id,
  outcome: words[state],
  ...(code === null ? {} : { code }),
});

const recordIn = async (parts: Sending, society: SocietyId, outcomes: readonly Outcome[]) => {
  const attempts = outcomes.map((outcome) => attemptedOf(parts, outcome));
  const at = parts.clock.now();
  await parts.database.inSociety(society, async (tx) => {
    recordAttempts(tx, attempts, at);
    markFailing(tx, outcomes.flatMap(failedAddressOf), at);
  });
  for (const attempted of attempts) parts.report(reportOf(society, attempted));
};

/** A transaction for each society. @returns what could not be written, and why */
const record = async (parts: Sending, outcomes: readonly Outcome[]) => {
  const groups = [...Map.groupBy(outcomes, ({ society }) => society)];
  const done = await Promise.allSettled(
    groups.map(([society, own]) => recordIn(parts, society, own)),
  );
  const failures = done.filter((one) => one.status === "rejected");
  const left = groups.flatMap(([, own], i) => (done[i]?.status === "rejected" ? own : []));
  return { left, failure: failures[0] };
};

export const openRecorder = (parts: Sending): Recorder => {
  let waiting: readonly Outcome[] = [];
  let beingWritten = 0;
  let batch: Promise<void> | undefined;
  let writing: Promise<void> | undefined;
  const writeBatch = async () => {
    const outcomes = waiting;
    [waiting, beingWritten] = [[], outcomes.length];
    const { left, failure } = await record(parts, outcomes);
    [waiting, beingWritten] = [[...left, ...waiting], 0];
    if (failure) throw failure.reason;
  };
  const write = async () => {
    try {
      while (waiting.length > 0) {
        batch = writeBatch();
        await batch;
      }
    } finally {
      writing = undefined;
    }
  };
  const flush = (): Promise<void> => {
    if (!writing && waiting.length > 0) writing = write();
    return writing ?? Promise.resolve();
  };
  return {
    flush,
    add: async (outcome) => {
      waiting = [...waiting, outcome];
      flush().catch(() => {});
      while (beingWritten + waiting.length >= most) await batch;
    },
  };
};
