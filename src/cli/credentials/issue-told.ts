import type { Issued, Plan, Wanted } from "../../identity/provisional/index.ts";
import { momentIn } from "../../kernel/moments.ts";
import { refuse } from "../../kernel/result.ts";
import type { Society } from "../../society/index.ts";
import type { ExitCode, Output } from "../command.ts";
import { memberText } from "../members/member-key.ts";
import { refuseWith } from "../output/problems.ts";
import { type Places, sayFiles } from "./files.ts";
import { complainUnprintable, findingsJson, sayFindings, sayLeftOut } from "./findings.ts";
import { refusals } from "./refusals.ts";

export type Order = {
  readonly society: Society;
  readonly wanted: Wanted;
  readonly places: Places;
  readonly leavesOutUnprintable: boolean;
  readonly isRehearsal: boolean;
};

const howToMend =
  "加入者ファイルの氏名や住所を直して取り込み直すか、--leave-out-unprintable を付けてこの人たちを除いてください。何も変わっていません。";

export const refuseUnprintable = (
  out: Output,
  { findings }: Plan,
  isRehearsal: boolean,
): ExitCode => {
  complainUnprintable(out, findings);
  out.complain(howToMend);
  const { total } = findings.unprintable;
  out.json({
    ok: false,
    dryRun: isRehearsal,
    code: "unprintable",
    total,
    findings: findingsJson(findings),
  });
  return 1;
};

const workplaces = ({ groups }: Plan) =>
  groups.length > 0 ? `(${groups.length}か所の事業所ごとに送付票を付けます)` : "";

export const sayPlan = (out: Output, { society }: Order, plan: Plan): ExitCode => {
  const { count, groups, findings } = plan;
  out.say(
    `${society.name.ja}の${count}人に発行します${workplaces(plan)}。まだ何も変わっていません。`,
  );
  sayLeftOut(out, findings);
  sayFindings(out, findings);
  const told = { count, workplaces: groups.length, findings: findingsJson(findings) };
  out.json({ ok: true, dryRun: true, ...told });
  return 0;
};

const sayPassedOver = (out: Output, passedOver: Issued["passedOver"]) => {
  if (passedOver.length === 0) return;
  out.say(
    `発行の途中で本登録した人がいます(${passedOver.length}人)。その通知は使えません。抜いてください。`,
  );
  for (const { reference, holder } of passedOver) out.say(`  ${reference} ${memberText(holder)}`);
};

export const sayIssued = (
  out: Output,
  { society, places }: Order,
  { plan, issued }: { readonly plan: Plan; readonly issued: Issued },
): ExitCode => {
  const { batch, count, lastDay, fetchableUntil, passedOver } = issued;
  out.say(
    `${society.name.ja}の${count}人に仮IDを発行しました(第${batch.number}回)。有効期限は${lastDay}です。`,
  );
  sayFiles(out, places);
  out.say(`${momentIn("ja", fetchableUntil)}までは、credentials fetch で同じ通知を取り出せます。`);
  sayLeftOut(out, plan.findings);
  sayFindings(out, plan.findings);
  sayPassedOver(out, passedOver);
  out.json({
    ok: true,
    dryRun: false,
    batch: batch.number,
    ...{ count, lastDay, fetchableUntil, passedOver, ...places },
    file: places.csv,
    findings: findingsJson(plan.findings),
  });
  return 0;
};

/** Nobody: who was left out, and why, may be the reason. */
export const refuseEmpty = (out: Output, { findings }: Plan): ExitCode => {
  sayLeftOut(out, findings);
  sayFindings(out, findings);
  return refuseWith(out, refusals, refuse("nobody"));
};
