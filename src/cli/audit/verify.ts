import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type ChainReport, type Head, verifyChain } from "../../audit/index.ts";
import type { Ending, Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { fileRefusal, noSuchSociety } from "../output/problems.ts";
import { problemLine, reportLine } from "./words.ts";

/** What an earlier `audit verify --json` told: more of it is passed over. */
const headsFile = z.object({
  societies: z.array(
    z.object({
      society: z.uuid(),
      code: z.string(),
      head: z
        .object({ number: z.int().positive(), root: z.string().regex(/^[0-9a-f]{64}$/) })
        .nullable(),
    }),
  ),
});
type Kept = z.infer<typeof headsFile>["societies"];

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Undefined, and said why, when the file is not what `audit verify --json` printed. */
const readHeads = async (path: string, out: Output): Promise<Kept | undefined> => {
  try {
    const read = headsFile.safeParse(parsed(await readFile(path, "utf8")));
    if (read.success) return read.data.societies;
    out.complain(`${path}: audit verify --json が出力した控えではありません。`);
  } catch (error) {
    const reason = fileRefusal(error);
    if (!reason) throw error;
    out.complain(`${path}: ${reason}。`);
  }
  return undefined;
};

type Checked = {
  readonly society: string;
  readonly code: string;
  readonly report: ChainReport;
};

const tell = (out: Output, { code, report }: Checked) => {
  out.say(reportLine(code, report));
  const { first, total } = report.problems;
  for (const problem of first) out.complain(problemLine(code, problem));
  if (total > first.length) out.complain(`${code}: ほかに${total - first.length}件あります。`);
};

/** Erased as a whole, and its record was not shorter then than the kept head says. */
const wasErased = (endings: readonly Ending[], { society, head }: Kept[number]) =>
  endings.some(
    ({ id, erasingAt, auditSeal }) =>
      id === society && erasingAt !== null && (auditSeal ?? 0) >= (head?.number ?? 0),
  );

/** A society of the kept heads that is there no more: its whole chain is. */
const goneOf = (kept: Kept, societies: readonly Society[], endings: readonly Ending[]): Kept =>
  kept.filter(
    (one) =>
      one.head && !societies.some(({ id }) => id === one.society) && !wasErased(endings, one),
  );

type Order = { readonly societies: readonly Society[]; readonly kept: Kept };

const verifyAll = async (
  { database, secrets }: Installation,
  { societies, kept }: Order,
  out: Output,
): Promise<readonly Checked[]> => {
  const checked: Checked[] = [];
  for (const { id, code } of societies) {
    const head: Head | null = kept.find(({ society }) => society === id)?.head ?? null;
    const one = { society: id, code, report: await verifyChain({ database, secrets }, id, head) };
    tell(out, one);
    checked.push(one);
  }
  return checked;
};

const chosen = ({ registry }: Installation, code: string | null): readonly Society[] => {
  const all = [...registry.all(), ...registry.closed()];
  if (code === null) return all;
  const society = all.find((one) => one.code === code);
  return society ? [society] : [];
};

const conclude = (out: Output, checked: readonly Checked[], gone: Kept): ExitCode => {
  for (const { code } of gone)
    out.complain(`${code}: 控えにある組合がありません [society-missing]`);
  const isRight = gone.length === 0 && checked.every(({ report }) => report.problems.total === 0);
  out.say(
    isRight
      ? "監査記録はすべて正しいです。--json の出力を別の場所に控えておくと、末尾の切り取りも分かります。"
      : "監査記録に誤りがあります。",
  );
  const societies = checked.map(({ society, code, report }) => ({ society, code, ...report }));
  out.json({ ok: isRight, societies, gone: gone.map(({ society, code }) => ({ society, code })) });
  return isRight ? 0 : 1;
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  if (positionals.length > 0) return 2;
  const kept = typeof values.heads === "string" ? await readHeads(values.heads, out) : [];
  if (!kept) return 1;
  const installation = await open();
  const code = typeof values.society === "string" ? values.society : null;
  const societies = chosen(installation, code);
  if (code !== null && societies.length === 0) return noSuchSociety(out, code);
  const checked = await verifyAll(installation, { societies, kept }, out);
  const endings = installation.registry.endings();
  return conclude(out, checked, code === null ? goneOf(kept, societies, endings) : []);
};

export const auditVerify: Command = {
  name: "audit verify",
  usage: "[--society CODE] [--heads FILE]",
  summary: "Checks every seal and every audit fact; --heads: what an earlier --json printed.",
  options: { society: { type: "string" }, heads: { type: "string" } },
  run,
};
