import { availableParallelism } from "node:os";
import type pg from "pg";
import {
  issueLetters,
  issuingPlaces,
  openListSink,
  openTogether,
  planLetters,
  type Wanted,
} from "../../identity/provisional/index.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile } from "../problems.ts";

const refusals: Readonly<Record<string, string>> = {
  nobody: "仮IDを出す人がいません。何も変わっていません。",
  "file-exists": "同じ名前のファイルがあります。上書きしません。別の名前にしてください。",
  "batch-lost":
    "途中で別の発行が割り込みました。前の通知はそのまま使えます。もう一度実行してください。",
  busy: "この組合の仮IDを、いま別の画面で発行しています。終わってからもう一度実行してください。",
};

const refuseWith = (out: Output, code: string): ExitCode => {
  out.complain(refusals[code] ?? code);
  out.json({ ok: false, code });
  return 1;
};

type Order = {
  readonly society: Society;
  readonly wanted: Wanted;
  readonly path: string;
  readonly isRehearsal: boolean;
};

const issueTo = async (
  { database, clock, secrets }: Installation,
  { society, wanted, path, isRehearsal, client }: Order & { readonly client: pg.Client },
  out: Output,
): Promise<ExitCode> => {
  const planned = await planLetters(
    { clock, client },
    { society, wanted, judge: null, leavesOutUnprintable: false },
  );
  if (!planned.ok) return refuseWith(out, planned.code);
  const plan = planned.value;
  if (isRehearsal) return sayCount(out, society, plan.count);
  const opened = await openTogether([() => openListSink(path)]);
  if (!opened.ok) return refuseWith(out, opened.code);
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
  if (!issued.ok) return refuseWith(out, issued.code);
  const { count, lastDay } = issued.value;
  out.say(`${society.name.ja}の${count}人に仮IDを発行しました。有効期限は${lastDay}です。`);
  out.say(`一覧: ${path}(仮パスワードが入っています。渡し終えたら消してください)`);
  out.json({ ok: true, dryRun: false, count, lastDay, file: path });
  return 0;
};

const sayCount = (out: Output, society: Society, count: number): ExitCode => {
  out.say(`${society.name.ja}の${count}人に発行します。まだ何も変わっていません。`);
  out.json({ ok: true, dryRun: true, count });
  return 0;
};

const onConnection = async (installation: Installation, order: Order, out: Output) => {
  const client = await installation.copyConnection();
  try {
    return await issueTo(installation, { ...order, client }, out);
  } finally {
    await client.end();
  }
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const { society: code, csv } = values;
  if (positionals.length > 0 || typeof code !== "string") return 2;
  if (values.pdf !== undefined) {
    out.complain("--pdf はまだ使えません。--csv OUT.csv だけを付けてください。");
    return 2;
  }
  if (typeof csv !== "string") {
    out.complain("--csv OUT.csv を付けてください。仮パスワードはこのファイルにだけ書かれます。");
    return 2;
  }
  const installation = await open();
  const society = installation.registry.byCode(code);
  if (!society) return noSuchSociety(out, code);
  const order = {
    society,
    wanted: { isOnlyNew: values["only-new"] === true },
    path: csv,
    isRehearsal: values["dry-run"] === true,
  };
  try {
    return await onConnection(installation, order, out);
  } catch (error) {
    return refuseFile(out, error, { path: csv, end: "前の通知はそのまま使えます。" });
  }
};

export const issueCredentialsCommand: Command = {
  name: "credentials issue",
  usage: "--society CODE [--only-new] --csv OUT.csv [--dry-run]",
  summary: "Issues provisional IDs and passwords, and voids older ones of the same members.",
  options: {
    society: { type: "string" },
    "only-new": { type: "boolean" },
    csv: { type: "string" },
    pdf: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
