import { readFile } from "node:fs/promises";
import {
  type Added,
  addSociety,
  type Ending,
  type Problem,
  policyJa,
  policyTable,
  problemLine,
  type Registry,
  readDocument,
  type Society,
  societyFileSchema,
  versionsOf,
} from "../../society/index.ts";
import type { Call, Command, ExitCode, Output } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety } from "../output/problems.ts";

const refuseFile = (out: Output, problems: readonly Problem[]): ExitCode => {
  for (const problem of problems) out.complain(problemLine(problem, "ja"));
  out.complain(`${problems.length}件の誤りがあります。何も変わっていません。`);
  out.json({ ok: false, problems });
  return 1;
};

const outcomes: Readonly<Record<Extract<Added, { ok: true }>["outcome"], string>> = {
  added: "を加えました",
  changed: "を変えました",
  unchanged: "は変わっていません(同じ内容です)",
};
const planned: typeof outcomes = {
  added: "を加えます(まだ何も変わっていません)",
  changed: "を変えます(まだ何も変わっていません)",
  unchanged: outcomes.unchanged,
};

const textOf = async (file: string, out: Output): Promise<string | undefined> => {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    out.complain(`${file} を読めません(${(error as NodeJS.ErrnoException).code ?? "?"})。`);
    return undefined;
  }
};

const originOf = (registry: Registry, society: Society | undefined): string | null =>
  (society && registry.entrance(society.entranceId)?.origin) ?? null;

const add = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) return 2;
  const text = await textOf(file, out);
  if (text === undefined) return 1;
  const read = readDocument(text);
  if (!read.ok) return refuseFile(out, read.problems);
  const { database, clock, registry } = await open();
  const now = clock.now();
  const dryRun = values["dry-run"] === true;
  const reason = String(values.reason ?? "").trim() || "society add";
  const done = await addSociety(database, {
    document: read.document,
    actor: { kind: "operator" },
    origin: runOrigin(now),
    reason,
    now,
    dryRun,
  });
  if (!done.ok) return refuseFile(out, done.problems);
  await registry.refresh();
  const { code, name } = read.document;
  const { outcome, version, changed } = done;
  const origin = originOf(registry, registry.byCode(code));
  out.say(`${name.ja}(${code})${(dryRun ? planned : outcomes)[outcome]}。第${version}版`);
  for (const path of changed) out.say(`  ${path}`);
  if (origin) out.say(`入口: ${origin}`);
  out.json({ ok: true, dryRun, code, outcome, version, changed, origin });
  return 0;
};

const endedWords = { closed: "終了", erasing: "消去の途中", erased: "消去済み" };

const endedOf = ({ code, name, insurerNumber, closedAt, erasingAt, erasedAt }: Ending) => {
  const state: keyof typeof endedWords = erasedAt ? "erased" : erasingAt ? "erasing" : "closed";
  return { code, name, insurerNumber, state, at: erasedAt ?? erasingAt ?? closedAt };
};

const list = async ({ positionals, out, open }: Call): Promise<ExitCode> => {
  if (positionals.length > 0) return 2;
  const { registry } = await open();
  const societies = registry.all().map((society) => ({
    code: society.code,
    name: society.name,
    insurerNumber: society.insurerNumber,
    version: society.version,
    origin: originOf(registry, society),
  }));
  const ended = registry.endings().map(endedOf);
  for (const { code, name, insurerNumber, version, origin } of societies)
    out.say([code, name.ja, insurerNumber, `第${version}版`, origin].join("\t"));
  for (const { code, name, insurerNumber, state, at } of ended)
    out.say([code, name.ja, insurerNumber, `${endedWords[state]}(${at})`].join("\t"));
  if (societies.length + ended.length === 0)
    out.say("組合はまだありません。society add で加えてください。");
  out.json([...societies, ...ended]);
  return 0;
};

const sayPolicy = (out: Output, { policy }: Society) => {
  for (const { path, value, unit, ja, weak } of policyTable(policy)) {
    const mark = weak ? ` 【${policyJa.mark}: ${policyJa[weak]}】` : "";
    out.say(`  ${path} = ${JSON.stringify(value)}${unit ? ` ${unit}` : ""}  ${ja}${mark}`);
  }
};

const show = async ({ positionals, out, open }: Call): Promise<ExitCode> => {
  const [code, ...others] = positionals;
  if (code === undefined || others.length > 0) return 2;
  const { registry, database } = await open();
  const society = registry.byCode(code);
  if (!society) return noSuchSociety(out, code);
  const origin = originOf(registry, society);
  const versions = await database.inSociety(society.id, versionsOf);
  out.say(`${society.name.ja}(${society.code}) 保険者番号 ${society.insurerNumber} 入口 ${origin}`);
  out.say(`連絡先 ${society.contact.tel} ${society.contact.hours.ja}`);
  out.say(`サービス ${society.services.join(", ")}`);
  sayPolicy(out, society);
  for (const { version, at, by, reason } of versions)
    out.say(`  第${version}版 ${at} ${by} ${reason}`);
  out.json({ ...society, origin, dials: policyTable(society.policy), versions });
  return 0;
};

const schema = async ({ positionals, values, out }: Call): Promise<ExitCode> => {
  if (positionals.length > 0) return 2;
  const printed = societyFileSchema();
  // The schema is for machines either way.
  if (values.json === true) out.json(printed);
  else out.say(JSON.stringify(printed, null, 2));
  return 0;
};

export const societyCommands: readonly Command[] = [
  {
    name: "society add",
    usage: "FILE.json [--reason TEXT] [--dry-run]",
    summary: "Adds a society, or changes it to what the file says.",
    options: { reason: { type: "string" }, "dry-run": { type: "boolean" } },
    run: add,
  },
  {
    name: "society list",
    usage: "",
    summary: "Lists the societies and where their members sign in.",
    options: {},
    run: list,
  },
  {
    name: "society show",
    usage: "CODE",
    summary: "Shows a society: every dial with its meaning, and its versions.",
    options: {},
    run: show,
  },
  {
    name: "society schema",
    usage: "",
    summary: "Prints the JSON Schema of a society's file.",
    options: {},
    run: schema,
  },
];
