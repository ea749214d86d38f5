import { exportFacts, type Period } from "../../audit/index.ts";
import { parseDate } from "../../kernel/dates.ts";
import { instantInTokyo, later, type PlainDate } from "../../kernel/time.ts";
import { codeOf } from "../../platform/database/failures.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation } from "../command.ts";
import { operatorDid } from "../origin.ts";
import { noSuchSociety, refuseFile } from "../output/problems.ts";
import { type Lines, openLines } from "./lines.ts";

/** Both days are meant with all their hours in Tokyo. */
type Days = { readonly from: PlainDate | null; readonly to: PlainDate | null };

const periodOf = ({ from, to }: Days): Period => ({
  from: from && instantInTokyo(from),
  before: to && later(instantInTokyo(to), { days: 1 }),
});

const dayOf = (given: string | boolean | undefined): PlainDate | null | undefined => {
  if (given === undefined) return null;
  const read = parseDate(String(given));
  return read.ok ? read.value : undefined;
};

/** Undefined, and said why, when a day is none or they stand the wrong way round. */
const daysOf = ({ values, out }: Call): Days | undefined => {
  const [from, to] = [dayOf(values.from), dayOf(values.to)];
  for (const name of ["from", "to"] as const)
    if ((name === "from" ? from : to) === undefined)
      out.complain(
        `--${name} 「${values[name]}」は日付ではありません。2026-11-20 のように入れてください。`,
      );
  if (from === undefined || to === undefined) return undefined;
  if (from === null || to === null || from <= to) return { from, to };
  out.complain(`--from ${from} が --to ${to} より後です。`);
  return undefined;
};

/** Who takes facts out is a fact as well, before the first one leaves. */
const record = (installation: Installation, society: Society, days: Days) =>
  operatorDid(installation, society.id, { action: "audit.exported", details: { ...days } });

type Order = { readonly society: Society; readonly days: Days; readonly lines: Lines };

const send = async (installation: Installation, { society, days, lines }: Order) => {
  await record(installation, society, days);
  let [facts, seals] = [0, 0];
  for await (const piece of exportFacts(installation.database, society.id, periodOf(days))) {
    await lines.write(piece.text);
    facts += piece.facts;
    seals += piece.seals;
  }
  return { facts, seals };
};

const toFile = async (
  call: Call,
  installation: Installation,
  order: Omit<Order, "lines"> & { readonly path: string | null },
): Promise<ExitCode> => {
  const { out } = call;
  const { path } = order;
  const lines = await openLines(path);
  try {
    const { facts, seals } = await send(installation, { ...order, lines });
    await lines.finish();
    // On stdout stand the facts themselves.
    if (path === null) return 0;
    out.say(`${order.society.name.ja}の記録${facts}件と封${seals}個を ${path} に書き出しました。`);
    out.json({ ok: true, facts, seals, file: path });
    return 0;
  } catch (error) {
    await lines.discard();
    if (path === null && codeOf(error) === "EPIPE") return 0;
    throw error;
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  if (positionals.length > 0 || typeof values.society !== "string") return 2;
  const days = daysOf(call);
  if (!days) return 1;
  const installation = await open();
  const society = installation.registry.byCode(values.society);
  if (!society) return noSuchSociety(out, values.society);
  const path = typeof values.out === "string" ? values.out : null;
  try {
    return await toFile(call, installation, { society, days, path });
  } catch (error) {
    if (path === null) throw error;
    return refuseFile(out, error, { path });
  }
};

export const auditExport: Command = {
  name: "audit export",
  usage: "--society CODE [--from DATE] [--to DATE] [--out FILE]",
  summary: "Writes audit facts with their seals as JSON lines, days in Tokyo, both included.",
  options: {
    society: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    out: { type: "string" },
  },
  run,
};
