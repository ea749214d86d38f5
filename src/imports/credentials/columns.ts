import { foldPrinted } from "../../identity/provisional/index.ts";
import { foldId, foldSymbol } from "../../kernel/width.ts";
import { asSent, column, shapeOf } from "../cell.ts";
import { readBranch } from "../members/rules.ts";
import { judgePassword, longestId } from "./rules.ts";

/** What a cell of a password may hold before it is folded; a sign-in cuts there, too. */
const longestCell = 1024;

export const passwordColumn = "仮パスワード";

/** Every column that a credentials file may have; those with ! must be there and filled in. */
export const columns = [
  column("記号!", "symbol", 20, asSent, foldSymbol),
  column("番号!", "member_number", 20, asSent, foldSymbol),
  column("枝番", "branch_number", 10, readBranch),
  column("ユーザID!", "user_id", longestId, asSent, foldId),
  column(passwordColumn, "password", longestCell, (text) => judgePassword(foldPrinted(text))),
] as const;

export type ColumnName = (typeof columns)[number]["column"];

export const shape = shapeOf(columns);
