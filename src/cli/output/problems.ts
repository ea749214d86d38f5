import { codes, explain, type Problem } from "../../imports/index.ts";
import type { Facts, Refusal } from "../../kernel/result.ts";
import type { ExitCode, Output } from "../command.ts";

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

/** What is said of a refusal, by its code: what is wrong and how to mend it, of its facts. */
export type Texts = Readonly<Record<string, (facts: Facts) => string>>;

export const nothingChanged = "何も変わっていません。";

/** Says it to people, and gives machines the code with its facts. */
export const refuseWith = (
  out: Output,
  texts: Texts,
  { code, facts }: Omit<Refusal, "ok">,
): ExitCode => {
  out.complain(texts[code]?.(facts) ?? code);
  out.json({ ok: false, code, ...facts });
  return 1;
};

type Refused = {
  readonly path: string;
  /** What it leaves behind, such as 「何も変わっていません。」 */
  readonly end?: string;
};

/**
 * Tells that the file system refused.
 * @throws the error where it is something else
 */
export const refuseFile = (out: Output, error: unknown, { path, end = "" }: Refused): ExitCode => {
  const reason = fileRefusal(error);
  if (!reason) throw error;
  out.complain(`${path}: ${reason}。${end}`);
  out.json({ ok: false, file: path, reason });
  return 1;
};

/** Of a code after --society, or for which one asks. */
export const noSuchSociety = (out: Output, code: string): ExitCode => {
  out.complain(`${code} という組合はありません。society list で確かめてください。`);
  out.json({ ok: false, code: "no-such-society", society: code });
  return 1;
};

type Told = { readonly first: readonly Problem[]; readonly total: number };

/** Why a file was refused: the first 100, and how many there are. */
export const complainOf = (out: Output, { first, total }: Told): void => {
  for (const problem of first) out.complain(problemText(problem));
  if (total > first.length) out.complain(`ほか${total - first.length}件`);
  out.complain(`エラーが${total}件あるため、取り込みませんでした。何も変わっていません。`);
};

const warningsShown = 10;

/** What was passed over in a file that went in. */
export const sayWarnings = (
  out: Output,
  { unknownColumns, warnings }: { unknownColumns: readonly string[]; warnings: Told },
): void => {
  if (unknownColumns.length > 0)
    out.say(
      `知らない列は読まずに進みました: ${unknownColumns.map((name) => `「${name}」`).join("")}`,
    );
  if (warnings.total === 0) return;
  out.say(`気をつけること(${warnings.total}件)`);
  for (const warning of warnings.first.slice(0, warningsShown))
    out.say(`  ${problemText(warning)}`);
  if (warnings.total > warningsShown) out.say(`  ほか${warnings.total - warningsShown}件`);
};

/** Why the file system refused, by its own code, in the few words that help. */
export const fileReasons: Readonly<Record<string, string>> = {
  ENOENT: "見つかりません",
  EEXIST: "同じ名前のファイルがあります。上書きしません",
  EACCES: "読み書きする権限がありません",
  EISDIR: "フォルダーです",
  ENOTDIR: "フォルダーが見つかりません",
  ENOSPC: "ディスクがいっぱいです",
  EINTR: "中断しました",
  EROFS: "書き込めない場所です",
};

/** Null where it is something else. */
export const fileRefusal = (error: unknown): string | null => {
  const { code } = error as NodeJS.ErrnoException;
  return (code && fileReasons[code]) ?? null;
};
