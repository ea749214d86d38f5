import { parseDate } from "../../kernel/dates.ts";
import { kanaKey, nameKey } from "../../kernel/kana.ts";
import { foldSymbol } from "../../kernel/width.ts";
import { asSent, column, type Read, shapeOf } from "../cell.ts";
import {
  readBranch,
  readEmail,
  readKana,
  readPostalCode,
  readRelationship,
  readSex,
} from "./rules.ts";

const aDate: Read = (text) => parseDate(text);
const aPastDate: Read = parseDate;

/** Every column that a members file may have; those with ! must be there and filled in. */
export const columns = [
  column("記号!", "symbol", 20, asSent, foldSymbol),
  column("番号!", "member_number", 20, asSent, foldSymbol),
  column("枝番", "branch_number", 10, readBranch),
  column("氏名!", "name", 100, asSent, nameKey),
  column("氏名カナ!", "name_kana", 100, readKana, kanaKey),
  column("生年月日!", "born_on", 20, aPastDate),
  column("性別", "sex", 10, readSex),
  column("続柄!", "relationship", 30, readRelationship),
  column("資格取得日!", "acquired_on", 20, aDate),
  column("資格喪失日", "lost_on", 20, aDate),
  column("郵便番号", "postal_code", 10, readPostalCode),
  column("住所", "address", 200, asSent),
  column("事業所コード", "workplace_code", 20, asSent),
  column("事業所名", "workplace_name", 100, asSent),
  column("メールアドレス", "email", 254, readEmail),
  column("社員番号", "employee_number", 30, asSent),
] as const;

export type ColumnName = (typeof columns)[number]["column"];

export const shape = shapeOf(columns);
