import { createReadStream } from "node:fs";
import { messagesIn, type Taken, takeBounce } from "../mail/index.ts";
import type { Registry } from "../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "./command.ts";
import { runOrigin } from "./origin.ts";
import { fileRefusal } from "./problems.ts";

const words: Readonly<Record<Taken["outcome"], string>> = {
  bounced: "届かなかったメール",
  again: "すでに記録してあるもの",
  delayed: "配送が遅れている知らせ",
  delivered: "届いた、または引き渡された知らせ",
  "not-ours": "このポータルのメールと確かめられないもの",
  "auto-reply": "自動返信(不在通知など)",
  unknown: "配送の知らせではないもの",
  "too-large": "大きすぎて読まなかったもの",
  "not-mail": "メールではないもの",
};

const countOf = (taken: readonly Taken[], outcome: string) =>
  taken.filter((one) => one.outcome === outcome).length;

const sayDone = (out: Output, taken: readonly Taken[], registry: Registry) => {
  for (const [outcome, ja] of Object.entries(words)) {
    const count = countOf(taken, outcome);
    if (count > 0) out.say(`  ${ja}: ${count}通`);
  }
  for (const { outcome, society, mail, code } of taken)
    if (outcome === "bounced" && society)
      out.say(`  ${registry.society(society)?.code ?? society} ${mail} ${code}`);
};

const chunksOf = (path: string): AsyncIterable<Uint8Array> =>
  path === "-" ? process.stdin : createReadStream(path);

type Order = { readonly path: string; readonly isRehearsal: boolean };

const takeAll = async (installation: Installation, { path, isRehearsal }: Order) => {
  const { database, clock, secrets } = installation;
  const origin = runOrigin(clock.now());
  const taken: Taken[] = [];
  for await (const message of messagesIn(chunksOf(path)))
    taken.push(await takeBounce({ database, clock, secrets, origin, isRehearsal }, message));
  return taken;
};

const refuse = (out: Output, path: string, reason: string): ExitCode => {
  const file = path === "-" ? "標準入力" : path;
  out.complain(`${file}: ${reason}。何も変わっていません。`);
  out.json({ ok: false, file: path, reason });
  return 1;
};

const told = async (call: Call, order: Order): Promise<ExitCode> => {
  const { out, open } = call;
  const installation = await open();
  const taken = await takeAll(installation, order);
  const read = taken.length - countOf(taken, "not-mail");
  if (read === 0) return refuse(out, order.path, "メールがありません");
  const end = order.isRehearsal ? "まだ何も変わっていません。" : "";
  out.say(`${taken.length}通を読みました。${end}`);
  sayDone(out, taken, installation.registry);
  const counts = Object.fromEntries(
    Object.keys(words).map((outcome) => [outcome, countOf(taken, outcome)]),
  );
  out.json({ ok: true, dryRun: order.isRehearsal, messages: taken.length, counts, taken });
  return 0;
};

const bounces = async (call: Call): Promise<ExitCode> => {
  const [path, ...others] = call.positionals;
  if (path === undefined || others.length > 0) return 2;
  try {
    return await told(call, { path, isRehearsal: call.values["dry-run"] === true });
  } catch (error) {
    const reason = fileRefusal(error);
    if (!reason) throw error;
    return refuse(call.out, path, reason);
  }
};

export const mailCommands: readonly Command[] = [
  {
    name: "mail bounces",
    usage: "FILE|- [--dry-run]",
    summary:
      "Reads reports of mails that could not be delivered: one message or an mbox, - from a pipe.",
    options: { "dry-run": { type: "boolean" } },
    run: bounces,
  },
];
