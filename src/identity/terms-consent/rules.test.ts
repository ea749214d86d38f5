import assert from "node:assert/strict";
import { test } from "node:test";
import { type Judged, judgeAnswer } from "./rules.ts";

// Button, terms on the page, terms in force → what it comes to.
const presses: readonly [string, string, string, Judged][] = [
  ["agree", "common-2", "common-2", "agreed"],
  ["agree", "common-1", "common-2", "others-by-now"],
  ["agree", "", "common-2", "others-by-now"],
  ["agree", "common-3", "common-2", "others-by-now"],
  ["agree", "own-2", "common-2", "others-by-now"],
  ["disagree", "common-2", "common-2", "declined"],
  ["disagree", "common-1", "common-2", "declined"],
  ["", "common-2", "common-2", "unclear"],
  ["AGREE", "common-2", "common-2", "unclear"],
];

for (const [answer, shown, current, expected] of presses)
  test(`「${answer}」 of ${shown || "nothing"} while ${current} is in force: ${expected}`, () => {
    assert.equal(judgeAnswer({ answer, shown, current }), expected);
  });
