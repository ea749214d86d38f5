import type { Rule } from "../text.ts";

type Expected = readonly [row: number | null, column: string | null, rule: Rule];

/** What each file of test/samples/members/bad is refused for: everything, in the file's order. */
export const badFiles: Readonly<Record<string, readonly Expected[]>> = {
  "members-broken-bytes.csv": [[2, "氏名", "bytes-broken"]],
  "members-empty.csv": [[null, null, "file-empty"]],
  "members-gaiji.csv": [[2, "氏名", "character-gaiji"]],
  "members-many-errors.csv": [
    [2, "生年月日", "date-out-of-era"],
    [3, "生年月日", "date-future"],
    [4, "枝番", "branch-form"],
    [4, "生年月日", "date-no-such-day"],
    [5, "番号", "value-missing"],
    [6, "枝番", "key-twice"],
    [7, "番号", "insured-missing"],
  ],
  "members-no-header.csv": [[1, null, "header-missing"]],
  "members-short-row.csv": [[2, "枝番", "row-short"]],
  "members-unclosed-quote.csv": [[2, "氏名", "quote-unclosed"]],
};
