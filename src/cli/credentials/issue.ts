import { availableParallelism } from "node:os";
import type pg from "pg";
import {
  type Issued,
  issueLetters,
  issuingPlaces,
  type Plan,
  planLetters,
  type Wanted,
} from "../../identity/provisional/index.ts";
import { momentIn } from "../../kernel/moments.ts";
import { refuse } from "../../kernel/result.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { memberText } from "../member-key.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile, refuseWith } from "../problems.ts";
import {
  editionOf,
  fileOptions,
  judgeFor,
  openFiles,
  type Places,
  pathOf,
  placesOf,
  sayFiles,
} from "./files.ts";
import { complainUnprintable, findingsJson, sayFindings, sayLeftOut } from "./findings.ts";
import { refusals } from "./refusals.ts";

type Order = {
  readonly society: Society;
  readonly wanted: Wanted;
  readonly places: Places;
  readonly leavesOutUnprintable: boolean;
  readonly isRehearsal: boolean;
};

const howToMend =
  "加入者ファイルの氏名や住所を直して取り込み直すか、--leave-out-unprintable を付けてこの人たちを除いてください。何も変わっていません。";

const refuseUnprintable = (out: Output, { findings }: Plan, isRehearsal: boolean): ExitCode => {
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

const sayPlan = (out: Output, { society }: Order, plan: Plan): ExitCode => {
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

const sayIssued = (
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
const refuseEmpty = (out: Output, { findings }: Plan): ExitCode => {
  sayLeftOut(out, findings);
  sayFindings(out, findings);
  return refuseWith(out, refusals, refuse("nobody"));
};

const issuePlan = async (
  installation: Installation,
  order: Order & { readonly client: pg.Client; readonly plan: Plan },
  out: Output,
): Promise<ExitCode> => {
  const { society, places, client, plan } = order;
  const { database, clock, secrets } = installation;
  const opened = await openFiles(places, editionOf(installation, society));
  if (!opened.ok) return refuseWith(out, refusals, opened);
  const passwords = openPasswords({ lanes: availableParallelism(), places: issuingPlaces });
  const issued = await issueLetters(
    { database, clock, secrets, passwords, client },
    {
      plan,
      actor: { kind: "operator" },
      origin: runOrigin(clock.now()),
      sink: opened.value,
      progress: (done, total) => out.progress("仮IDの発行", done, total),
    },
  );
  if (!issued.ok) return refuseWith(out, refusals, issued);
  return sayIssued(out, order, { plan, issued: issued.value });
};

const planFirst = async (
  installation: Installation,
  order: Order & { readonly client: pg.Client },
  out: Output,
): Promise<ExitCode> => {
  const { society, wanted, places, leavesOutUnprintable, isRehearsal, client } = order;
  const judge = judgeFor(places);
  const planned = await planLetters(
    { clock: installation.clock, client },
    { society, wanted, judge, leavesOutUnprintable },
  );
  if (!planned.ok) return refuseWith(out, refusals, planned);
  const plan = planned.value;
  if (plan.findings.unprintable.total > 0 && !leavesOutUnprintable)
    return refuseUnprintable(out, plan, isRehearsal);
  if (isRehearsal) return sayPlan(out, order, plan);
  if (plan.count === 0) return refuseEmpty(out, plan);
  return issuePlan(installation, { ...order, plan }, out);
};

const onConnection = async (installation: Installation, order: Order, out: Output) => {
  const client = await installation.copyConnection();
  try {
    return await planFirst(installation, { ...order, client }, out);
  } catch (error) {
    const path = pathOf(error, order.places);
    return refuseFile(out, error, { path, end: "前の通知はそのまま使えます。" });
  } finally {
    await client.end();
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  if (positionals.length > 0 || typeof values.society !== "string") return 2;
  const places = placesOf(call);
  if (!places) return 2;
  const installation = await open();
  const society = installation.registry.byCode(values.society);
  if (!society) return noSuchSociety(out, values.society);
  const order: Order = {
    society,
    wanted: { isOnlyNew: values["only-new"] === true },
    places,
    leavesOutUnprintable: values["leave-out-unprintable"] === true,
    isRehearsal: values["dry-run"] === true,
  };
  return onConnection(installation, order, out);
};

export const issueCredentialsCommand: Command = {
  name: "credentials issue",
  usage:
    "--society CODE [--only-new] [--pdf OUT.pdf] [--csv OUT.csv] [--leave-out-unprintable] [--dry-run]",
  summary:
    "Issues provisional IDs and passwords as letters (PDF), a list (CSV) or both, and voids older ones of the same members.",
  options: {
    society: { type: "string" },
    "only-new": { type: "boolean" },
    ...fileOptions,
    "leave-out-unprintable": { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  run,
};
