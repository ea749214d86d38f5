import { availableParallelism } from "node:os";
import {
  countLetters,
  holdIssueLock,
  issueLetters,
  openListFile,
  type Recipients,
} from "../../identity/provisional/index.ts";
import { todayInTokyo } from "../../kernel/time.ts";
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

/** Places for the letters that are hashed at a time. */
const places = 64;

type Order = { readonly society: Society; readonly recipients: Recipients; readonly path: string };

const issueTo = async (
  { database, clock }: Installation,
  { society, recipients, path }: Order,
  out: Output,
): Promise<ExitCode> => {
  const opened = await openListFile(path);
  if (!opened.ok) return refuseWith(out, opened.code);
  const passwords = openPasswords({ lanes: availableParallelism(), places });
  const issued = await issueLetters(
    { database, clock, passwords },
    {
      society: society.id,
      recipients,
      lifetimeDays: society.policy.letter.credentialLifetimeDays,
      actor: { kind: "operator" },
      origin: runOrigin(clock.now()),
      file: opened.value,
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

const underLock = async (installation: Installation, order: Order, out: Output) => {
  const client = await installation.copyConnection();
  try {
    if (!(await holdIssueLock(client, order.society.id))) return refuseWith(out, "busy");
    return await issueTo(installation, order, out);
  } finally {
    await client.end();
  }
};

const sayCount = async ({ database }: Installation, order: Order, out: Output) => {
  const { society, recipients } = order;
  const count = await countLetters(database, society.id, recipients);
  out.say(`${society.name.ja}の${count}人に発行します。まだ何も変わっていません。`);
  out.json({ ok: true, dryRun: true, count });
  return 0 as const;
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
  const now = installation.clock.now();
  const recipients: Recipients = {
    entranceId: society.entranceId,
    on: todayInTokyo(now),
    who: society.policy.letter.recipients,
    isOnlyNew: values["only-new"] === true,
    now,
  };
  const order = { society, recipients, path: csv };
  if (values["dry-run"] === true) return sayCount(installation, order, out);
  try {
    return await underLock(installation, order, out);
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
