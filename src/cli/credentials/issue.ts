import { availableParallelism } from "node:os";
import type pg from "pg";
import {
  issueLetters,
  issuingPlaces,
  type Plan,
  planLetters,
} from "../../identity/provisional/index.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile, refuseWith } from "../output/problems.ts";
import { editionOf, fileOptions, intoFiles, judgeFor, pathOf, placesOf } from "./files.ts";
import { type Order, refuseEmpty, refuseUnprintable, sayIssued, sayPlan } from "./issue-told.ts";
import { refusals } from "./refusals.ts";

const issuePlan = async (
  installation: Installation,
  order: Order & { readonly client: pg.Client; readonly plan: Plan },
  out: Output,
): Promise<ExitCode> => {
  const { society, places, client, plan } = order;
  const { database, clock, secrets } = installation;
  const edition = editionOf(installation, society);
  const issued = await intoFiles({ places, edition }, (sink) => {
    const passwords = openPasswords({ lanes: availableParallelism(), places: issuingPlaces });
    const means = { database, clock, secrets, passwords, client };
    const origin = runOrigin(clock.now());
    const progress = (done: number, total: number) => out.progress("仮IDの発行", done, total);
    return issueLetters(means, { plan, actor: { kind: "operator" }, origin, sink, progress });
  });
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
