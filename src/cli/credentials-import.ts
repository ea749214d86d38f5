import { availableParallelism } from "node:os";
import { type CredentialsImported, importCredentials, type NewId } from "../imports/index.ts";
import { openPasswords } from "../platform/crypto/passwords.ts";
import type { Society } from "../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "./command.ts";
import { fileRefusal, problemJson, problemText } from "./problems.ts";

const linesShown = 100;
const warningsShown = 10;
/** Places for the passwords that are hashed at a time. */
const places = 64;
const encodings: Readonly<Record<string, string>> = { cp932: "CP932", "utf-8": "UTF-8" };

const refusals: Readonly<Record<string, (count: number) => string>> = {
  "list-needed": (count) =>
    `仮パスワードのない行が${count}行あります。こちらで仮パスワードを作りますので、--csv OUT.csv を付けてください。`,
  "file-exists": () => "同じ名前のファイルがあります。上書きしません。別の名前にしてください。",
  "batch-lost": () => "途中で別の発行が割り込みました。もう一度実行してください。",
  busy: () =>
    "この組合の仮IDを、いま別の画面で扱っています。終わってからもう一度実行してください。",
};

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
const collectNewIds = (keepsAll: boolean) => {
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
type Order = {
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

const sayWarnings = (out: Output, { warnings, unknownColumns }: Done) => {
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

const sayDone = (
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
  if (!isRehearsal && listed > 0) out.say(`一覧: ${listPath}(渡し終えたら消してください)`);
  sayWarnings(out, done);
};

const complain = (
  out: Output,
  {
    problems,
  }: { readonly problems: NonNullable<Extract<CredentialsImported, { ok: false }>["problems"]> },
) => {
  for (const problem of problems.first) out.complain(problemText(problem));
  if (problems.total > problems.first.length)
    out.complain(`ほか${problems.total - problems.first.length}件`);
  out.complain(`エラーが${problems.total}件あるため、取り込みませんでした。何も変わっていません。`);
};

const refuseWith = (
  out: Output,
  refused: Extract<CredentialsImported, { ok: false }>,
): ExitCode => {
  if (refused.problems) {
    const { first, total } = refused.problems;
    complain(out, { problems: refused.problems });
    out.json({ ok: false, total, problems: first.map(problemJson) });
    return 1;
  }
  const { code, facts } = refused;
  const words = refusals[code]?.(Number(facts.count ?? 0)) ?? code;
  out.complain(`${words}何も変わっていません。`);
  out.json({ ok: false, code, ...facts });
  return 1;
};

const newIdJson = ({ symbol, memberNumber, branchNumber, told, ...id }: NewId) => ({
  member: { symbol, memberNumber, branchNumber },
  ...id,
  told,
  mailed: told === null ? null : told === "mail",
});

const jsonOf = (done: Done, { isRehearsal, listPath }: Order, newIds: NewIds) => {
  const { warnings, listed, counts, runId, ...rest } = done;
  return {
    ...rest,
    ...(isRehearsal ? {} : { runId }),
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

const importFile = async (
  { database, clock, secrets, copyConnection }: Installation,
  order: Order,
  out: Output,
): Promise<ExitCode> => {
  const client = await copyConnection();
  try {
    const newIds = collectNewIds(order.isJson);
    const passwords = openPasswords({ lanes: availableParallelism(), places });
    const result = await importCredentials(
      { client, database, clock, secrets, passwords },
      {
        ...order,
        actor: { kind: "operator" },
        source: "cli",
        progress: (done, total) => out.progress("仮パスワードの準備", done, total),
        tell: newIds.tell,
      },
    );
    if (!result.ok) return refuseWith(out, result);
    sayDone(out, order, { done: result, newIds });
    out.json(jsonOf(result, order, newIds));
    return 0;
  } finally {
    await client.end();
  }
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const [path, ...others] = positionals;
  const { society: code, csv } = values;
  if (path === undefined || others.length > 0 || typeof code !== "string") return 2;
  const installation = await open();
  const { registry } = installation;
  const society = registry.byCode(code);
  const entrance = society && registry.entrance(society.entranceId);
  if (!society || !entrance) {
    out.complain(`${code} という組合はありません。society list で確かめてください。`);
    return 1;
  }
  const order: Order = {
    society,
    href: `${entrance.origin}/sign-in`,
    path,
    listPath: typeof csv === "string" ? csv : null,
    isRehearsal: values["dry-run"] === true,
    isJson: values.json === true,
  };
  try {
    return await importFile(installation, order, out);
  } catch (error) {
    const reason = fileRefusal(error);
    if (!reason) throw error;
    const about = (error as NodeJS.ErrnoException).path ?? path;
    out.complain(`${about}: ${reason}。何も変わっていません。`);
    out.json({ ok: false, file: about, reason });
    return 1;
  }
};

export const importCredentialsCommand: Command = {
  name: "credentials import",
  usage: "--society CODE FILE.csv [--csv OUT.csv] [--dry-run]",
  summary: "Brings user IDs and provisional passwords over from an older system: all, or nothing.",
  options: {
    society: { type: "string" },
    csv: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
