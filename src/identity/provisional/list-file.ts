import { byteOrderMark, csvLine } from "../../kernel/csv-line.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type NewFile, openNewFile } from "../../platform/new-file.ts";
import type { Holder } from "./types.ts";

const header = ["記号", "番号", "枝番", "氏名", "仮ユーザID", "仮パスワード", "有効期限"];

type Handed = { readonly issuedId: string; readonly password: string; readonly lastDay: string };

/** A line under that header (contract.md). */
export const listLine = (
  { symbol, memberNumber, branchNumber, name }: Holder,
  { issuedId, password, lastDay }: Handed,
): readonly string[] => [
  ...[symbol, memberNumber, branchNumber, name],
  ...[issuedId, password, lastDay],
];

/** A list that is being written beside its place, readable by its owner only. */
export type ListFile = Pick<NewFile, "finish" | "discard"> & {
  readonly write: (lines: readonly (readonly string[])[]) => Promise<void>;
};

/**
 * Begins the list of provisional passwords. Refuses as `openNewFile` does.
 * @param more columns after those that every list has
 */
export const openListFile = async (
  path: string,
  more: readonly string[] = [],
): Promise<Result<ListFile>> => {
  const opened = await openNewFile(path);
  if (!opened.ok) return opened;
  const { write, finish, discard } = opened.value;
  await write(byteOrderMark + csvLine([...header, ...more]));
  return ok({ write: (lines) => write(lines.map(csvLine).join("")), finish, discard });
};
