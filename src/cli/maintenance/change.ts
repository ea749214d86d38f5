import { recordFacts } from "../../audit/index.ts";
import { restRegistrations } from "../../identity/first-sign-in/index.ts";
import { type Instant, secondsBetween } from "../../kernel/time.ts";
import type { Tx } from "../../platform/database/types.ts";
import {
  cancelWindow,
  countChange,
  insertWindow,
  type PlannedWindow,
  type Society,
} from "../../society/index.ts";
import type { Installation } from "../command.ts";
import { runOrigin } from "../origin.ts";

type Change = {
  readonly window: PlannedWindow;
  /** Not empty. */
  readonly societies: readonly Society[];
  readonly now: Instant;
};

const record = (tx: Tx, action: string, { window, now }: Change) =>
  recordFacts(
    tx,
    [
      {
        action,
        actor: { kind: "operator" },
        subject: { kind: "society", id: tx.society },
        details: { windowId: window.id, from: window.from, to: window.to },
      },
    ],
    { origin: runOrigin(now), at: now },
  );

/**
 * The window with its count in the first society's transaction, then what each of the others has on
 * record: killed in between, the window stands, and `maintenance list` tells of it.
 */
export const planWindow = async ({ database }: Installation, change: Change): Promise<void> => {
  const { window, societies, now } = change;
  const seconds = Math.ceil(secondsBetween(window.from, window.to));
  for (const [i, { id }] of societies.entries())
    await database.inSociety(id, async (tx) => {
      if (i === 0) {
        insertWindow(tx, window, now);
        countChange(tx);
      }
      record(tx, "maintenance.planned", change);
      await restRegistrations(tx, { from: window.from, seconds });
    });
};

/** @returns false when somebody took it back meanwhile */
export const takeBack = async ({ database }: Installation, change: Change): Promise<boolean> => {
  const { window, societies, now } = change;
  const [first, ...others] = societies;
  if (!first) return false;
  const isDone = await database.inSociety(first.id, async (tx) => {
    if (!(await cancelWindow(tx, window.id, now))) return false;
    countChange(tx);
    record(tx, "maintenance.cancelled", change);
    return true;
  });
  if (isDone)
    for (const { id } of others)
      await database.inSociety(id, async (tx) => record(tx, "maintenance.cancelled", change));
  return isDone;
};
