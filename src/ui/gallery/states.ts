import type { Instant } from "../../kernel/time.ts";
import type { InBoth } from "../../society/types.ts";

/** Names of states that many pages know. */
export const states = {
  plain: { ja: "通常", en: "As it is" },
  empty: { ja: "入力前", en: "Empty" },
  filled: { ja: "入力済み", en: "Filled in" },
  open: { ja: "押す前", en: "Before the press" },
  expired: { ja: "期限切れ", en: "Expired" },
  used: { ja: "使用済み", en: "Used" },
  replaced: { ja: "新しいものがある", en: "Replaced" },
  invalid: { ja: "無効", en: "Not valid" },
  tooMany: { ja: "回数の上限", en: "Too many tries" },
  busy: { ja: "混雑", en: "Busy" },
} as const satisfies Readonly<Record<string, InBoth>>;

/** 「入力の誤り 2」 */
export const errorsState = (count: number): InBoth => ({
  ja: `入力の誤り ${count}`,
  en: `Errors ${count}`,
});

/** When all samples are: 10:32:40 in Tokyo. */
export const sampleNow = "2026-11-20T01:32:40.000Z" as Instant;
