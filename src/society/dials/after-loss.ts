import { count, dial, group } from "./dial.ts";

/** 資格喪失後. */
export const afterLoss = group({
  // 確定申告 of a year is handed in by March of the next one: whoever leaves in January still can.
  readOnlyDays: dial(count(0, 1825).default(430), {
    unit: "days",
    ja: "資格喪失日から、閲覧だけできる期間",
    en: "From the loss of eligibility a member may read for so long, and apply for nothing",
  }),
});
