import type { CredentialsImported, NewId } from "../../imports/index.ts";
import type { Society } from "../../society/index.ts";
import type { ExitCode, Output } from "../command.ts";
import { complainOf, problemJson, refuseWith, sayWarnings } from "../output/problems.ts";
import { importRefusals } from "./refusals.ts";

const linesShown = 100;
const encodings: Readonly<Record<string, string>> = { cp932: "CP932", "utf-8": "UTF-8" };

const becauses: Readonly<Record<NewId["because"], string>> = {
  characters: "使えない文字がある",
  alike: "大文字・小文字や全角・半角だけが違うIDがある",
  taken: "ほかの人が使っている",
};
const tellings: Readonly<Record<NonNullable<NewId["told"]>, string>> = {
  mail: "メールで知らせます",
  earlier: "前に知らせたIDのままです",
  "letter-needed": "メールアドレスがありません。書面で知らせてください",
};

const newIdText = ({ symbol, memberNumber, branchNumber, ...id }: NewId) => {
  const after = id.after ?? "(新しいID)";
  const told = id.told ? `、${tellings[id.told]}` : "";
  return `  ${symbol}・${memberNumber}・${branchNumber} ${id.before} → ${after} (${becauses[id.because]}${told})`;
};

/** All for machines; for people the first 100, and how many there are. */
export const collectNewIds = (keepsAll: boolean) => {
  const kept: NewId[] = [];
  const counts = { mail: 0, earlier: 0, "letter-needed": 0 };
  let total = 0;
  return {
    tell: (ids: readonly NewId[]) => {
      for (const id of ids) {
        total += 1;
        if (id.told) counts[id.told] += 1;
        if (keepsAll || kept.length < linesShown) kept.push(id);
      }
    },
    kept,
    counts,
    total: () => total,
  };
};

type NewIds = ReturnType<typeof collectNewIds>;
type Done = Extract<CredentialsImported, { ok: true }>;
export type Order = {
  readonly society: Society;
  readonly href: string;
  readonly path: string;
  readonly listPath: string | null;
  readonly isRehearsal: boolean;
  readonly isJson: boolean;
};

const sayNewIds = (out: Output, { kept, counts, total }: NewIds) => {
  if (total() === 0) return;
  out.say(`新しいIDになる人(${total()}人)`);
  for (const id of kept.slice(0, linesShown)) out.say(newIdText(id));
  if (total() > linesShown) out.say(`  ほか${total() - linesShown}人(--csv か --json で全員)`);
  if (counts.mail > 0) out.say(`${counts.mail}人にメールで新しいIDを知らせます。`);
  if (counts["letter-needed"] > 0)
    out.say(
      `${counts["letter-needed"]}人はメールアドレスがありません。新しいIDを書面で知らせてください。`,
    );
};

export const sayDone = (
  out: Output,
  { path, listPath, isRehearsal, society }: Order,
  { done, newIds }: { readonly done: Done; readonly newIds: NewIds },
) => {
  const { counts, rows, encoding, listed } = done;
  const { letter } = society.policy;
  out.say(`${path}(${rows}行、${encodings[encoding] ?? encoding})を読み終えました。`);
  out.say(
    isRehearsal
      ? "まだ何も変わっていません。取り込むと、次のようになります。"
      : "取り込みました。次のIDでログインできます。",
  );
  out.say(`  IDがそのまま             ${counts.kept}人`);
  out.say(`  IDが新しくなる           ${counts.renamed}人`);
  out.say(`  登録済みで取り込まない   ${counts.passedOver}人`);
  if (counts.weak > 0)
    out.say(`組合の仮パスワード: ${counts.weak}人、有効期間は${letter.weakLifetimeDays}日です。`);
  if (counts.strong > 0)
    out.say(
      `こちらで作る仮パスワード: ${counts.strong}人、有効期間は${letter.credentialLifetimeDays}日です。`,
    );
  sayNewIds(out, newIds);
  if (isRehearsal && counts.strong > 0 && listPath === null)
    out.say(
      "取り込むときは、--csv OUT.csv を付けてください。仮パスワードはこのファイルにだけ書かれます。",
    );
  if (!isRehearsal && listed > 0 && listPath !== null)
    out.say(`一覧: ${listPath}(渡し終えたら消してください)`);
  sayWarnings(out, done);
};

export const refuseImport = (
  out: Output,
  refused: Extract<CredentialsImported, { ok: false }>,
): ExitCode => {
  if (refused.problems) {
    const { first, total } = refused.problems;
    complainOf(out, refused.problems);
    out.json({ ok: false, total, problems: first.map(problemJson) });
    return 1;
  }
  return refuseWith(out, importRefusals, refused);
};

const newIdJson = ({ symbol, memberNumber, branchNumber, told, ...id }: NewId) => ({
  member: { symbol, memberNumber, branchNumber },
  ...id,
  told,
  mailed: told === null ? null : told === "mail",
});

export const jsonOf = (done: Done, { isRehearsal, listPath }: Order, newIds: NewIds) => {
  const { warnings, listed, counts, ...rest } = done;
  return {
    ...rest,
    dryRun: isRehearsal,
    counts: {
      ...counts,
      ...(isRehearsal
        ? {}
        : { mailed: newIds.counts.mail, letterNeeded: newIds.counts["letter-needed"] }),
    },
    needsList: counts.strong > 0,
    file: !isRehearsal && listed > 0 ? listPath : null,
    newIds: newIds.kept.map(newIdJson),
    warnings: { total: warnings.total, first: warnings.first.map(problemJson) },
  };
};
