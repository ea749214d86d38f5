import { codes, explain, type Problem } from "../imports/index.ts";

/** 「4行 生年月日「1980-02-30」: この日付はありません。… [MEM-011]」 */
export const problemText = (problem: Problem): string => {
  const { row, column, value, rule } = problem;
  const place = [row === null ? "" : `${row}行`, column ?? ""].filter(Boolean).join(" ");
  const shown = value === null ? "" : `「${value}」`;
  const where = place || shown ? `${place}${shown}: ` : "";
  return `${where}${explain(problem).ja} [${codes[rule]}]`;
};

export const problemJson = (problem: Problem) => {
  const { row, column, value, rule } = problem;
  return { row, column, value, rule, code: codes[rule], message: explain(problem) };
};

/** Why the file system refused, in the few words that help. */
export const fileRefusal = (error: unknown): string | null => {
  const { code } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "見つかりません",
    EEXIST: "同じ名前のファイルがあります。上書きしません",
    EACCES: "読み書きする権限がありません",
    EISDIR: "フォルダーです",
    ENOTDIR: "フォルダーが見つかりません",
    ENOSPC: "ディスクがいっぱいです",
    EROFS: "書き込めない場所です",
  };
  return (code && reasons[code]) ?? null;
};
