import { importMembers, type MembersImported } from "../../imports/index.ts";
import type { Call, Command, ExitCode, Output } from "../command.ts";
import {
  complainOf,
  noSuchSociety,
  problemJson,
  refuseFile,
  sayWarnings,
} from "../output/problems.ts";

const encodings: Readonly<Record<string, string>> = { cp932: "CP932", "utf-8": "UTF-8" };

type Done = Extract<MembersImported, { ok: true }>;

const sayDone = (
  out: Output,
  file: string,
  { isRehearsal, done }: { isRehearsal: boolean; done: Done },
) => {
  const { rows, encoding, counts, unchanged, passedOver } = done;
  out.say(`${file}(${rows}行、${encodings[encoding] ?? encoding})を読み終えました。`);
  out.say(
    isRehearsal
      ? "まだ何も変わっていません。取り込むと、次のように変わります。"
      : "取り込みました。",
  );
  out.say(`  新しく加わる     ${counts.added}人`);
  out.say(`  内容が変わる     ${counts.changed}人`);
  out.say(`  資格がなくなる   ${counts.ended}人`);
  out.say(`  変わらない       ${unchanged}人`);
  if (passedOver > 0) out.say(`  保存期間が過ぎた ${passedOver}人(取り込みません)`);
  sayWarnings(out, done);
};

const jsonOf = (result: MembersImported, dryRun: boolean) => {
  if (!result.ok) {
    const { first, total } = result.problems;
    return { ok: false, total, problems: first.map(problemJson) };
  }
  const { warnings, ...rest } = result;
  return {
    ...rest,
    dryRun,
    warnings: { total: warnings.total, first: warnings.first.map(problemJson) },
  };
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0 || typeof values.society !== "string") return 2;
  const { registry, clock, copyConnection } = await open();
  const society = registry.byCode(values.society);
  if (!society) return noSuchSociety(out, values.society);
  const isRehearsal = values["dry-run"] === true;
  const client = await copyConnection();
  try {
    const actor = { kind: "operator" } as const;
    const yearsAfterLoss = society.policy.retention.memberYearsAfterLoss;
    const file = { society: society.id, path, isRehearsal, actor, source: "cli", yearsAfterLoss };
    const result = await importMembers({ client, clock }, file);
    if (result.ok) sayDone(out, path, { isRehearsal, done: result });
    else complainOf(out, result.problems);
    out.json(jsonOf(result, isRehearsal));
    return result.ok ? 0 : 1;
  } catch (error) {
    return refuseFile(out, error, { path, end: "何も変わっていません。" });
  } finally {
    await client.end();
  }
};

export const memberCommands: readonly Command[] = [
  {
    name: "members import",
    usage: "--society CODE FILE.csv [--dry-run]",
    summary: "Adds and updates members from a CSV file: the whole file, or nothing.",
    options: { society: { type: "string" }, "dry-run": { type: "boolean" } },
    run,
  },
];
