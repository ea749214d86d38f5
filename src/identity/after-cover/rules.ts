import type { PlainDate } from "../../kernel/time.ts";

/** 資格喪失後: what a member may still do here. Pure. 資格喪失日 is the first day without cover. */

export type Cover = "covered" | "read-only" | "over";

type Given = {
  /** 資格喪失日; null: covered without an end. */
  readonly lostOn: PlainDate | null;
  /** The dial `afterLoss.readOnlyDays`. */
  readonly readOnlyDays: number;
};

/** Days later, or earlier. */
const plus = (on: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(on).add({ days }).toString() as PlainDate;

/** The last day on which the records may be read. */
export const readableUntil = (lostOn: PlainDate, readOnlyDays: number): PlainDate =>
  plus(lostOn, readOnlyDays - 1);

/** @param today in Tokyo */
export const coverOf = ({ lostOn, readOnlyDays }: Given, today: PlainDate): Cover => {
  if (lostOn === null || today < lostOn) return "covered";
  return today <= readableUntil(lostOn, readOnlyDays) ? "read-only" : "over";
};
