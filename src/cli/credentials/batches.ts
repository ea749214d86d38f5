import { type BatchReport, reportBatches } from "../../identity/provisional/index.ts";
import { clockIn, dayIn, momentIn } from "../../kernel/moments.ts";
import { todayInTokyo } from "../../kernel/time.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { noSuchSociety } from "../output/problems.ts";

const kinds: Readonly<Record<BatchReport["kind"], string>> = {
  issued: "発行",
  imported: "取り込み",
};

const lineOf = (batch: BatchReport): string => {
  const { number, kind, activatedAt, total, used, active, returned, expired, replaced } = batch;
  const counts = [
    `登録済み${used}`,
    `有効${active}`,
    `戻り${returned}`,
    `期限切れ${expired}`,
    `無効${replaced}`,
  ].join("、");
  const until = batch.fetchableUntil
    ? `。${momentIn("ja", batch.fetchableUntil)}まで取り出せます`
    : "";
  const at = `${dayIn("ja", todayInTokyo(activatedAt))} ${clockIn("ja", activatedAt)}`;
  return `第${number}回 ${at} ${kinds[kind]} ${total}人(${counts})${until}`;
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  if (positionals.length > 0 || typeof values.society !== "string") return 2;
  const { database, registry, clock } = await open();
  const society = registry.byCode(values.society);
  if (!society) return noSuchSociety(out, values.society);
  const batches = await database.inSociety(society.id, (tx) => reportBatches(tx, clock.now()));
  if (batches.length === 0) out.say(`${society.name.ja}は、まだ仮IDを発行していません。`);
  for (const batch of batches) out.say(lineOf(batch));
  out.json({ ok: true, batches });
  return 0;
};

export const listBatchesCommand: Command = {
  name: "credentials batches",
  usage: "--society CODE",
  summary: "Lists the batches of letters: how many are used, work still, came back or expired.",
  options: { society: { type: "string" } },
  run,
};
