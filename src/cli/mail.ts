import { createReadStream } from "node:fs";
import { messagesIn, type Taken, takeBounce } from "../mail/index.ts";
import { StartRefusal } from "../platform/start-refusal.ts";
import type { Registry } from "../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "./command.ts";
import { runOrigin } from "./origin.ts";
import { fileRefusal } from "./output/problems.ts";

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

type Order = {
  readonly path: string;
  readonly isRehearsal: boolean;
  /** Grows as messages are read: each is committed by itself. */
  readonly taken: Taken[];
};

const takeAll = async (installation: Installation, { path, isRehearsal, taken }: Order) => {
  const { database, clock, secrets } = installation;
  const origin = runOrigin(clock.now());
  for await (const message of messagesIn(chunksOf(path)))
    taken.push(await takeBounce({ database, clock, secrets, origin, isRehearsal }, message));
};

/** An error in the middle does not undo what was read before it. */
const keptOf = ({ taken, isRehearsal }: Order): string => {
  const kept = isRehearsal ? 0 : countOf(taken, "bounced");
  if (kept === 0) return "何も変わっていません。";
  return `その前に読んだ${kept}通は記録しました。はじめから読み直しても、二重には記録しません。`;
};

const refuse = (out: Output, order: Order, reason: string): ExitCode => {
  const file = order.path === "-" ? "標準入力" : order.path;
  out.complain(`${file}: ${reason}。${keptOf(order)}`);
  out.json({ ok: false, file: order.path, reason, taken: order.taken });
  return 1;
};

const told = async (call: Call, order: Order): Promise<ExitCode> => {
  const { out, open } = call;
  const { taken } = order;
  const installation = await open();
  await takeAll(installation, order);
  const isPiped = order.path === "-";
  const read = taken.length - countOf(taken, "not-mail");
  // A pipe that refuses makes the mail server send a report of the report.
  if (read === 0 && !isPiped) return refuse(out, order, "メールがありません");
  const end = order.isRehearsal ? "まだ何も変わっていません。" : "";
  out.say(`${taken.length}通を読みました。${end}`);
  sayDone(out, taken, installation.registry);
  const counts = Object.fromEntries(
    Object.keys(words).map((outcome) => [outcome, countOf(taken, outcome)]),
  );
  out.json({ ok: true, dryRun: order.isRehearsal, messages: taken.length, counts, taken });
  return 0;
};

/** The database is away, or the set-up is wrong: the mail server keeps the report and comes again. */
const later = (out: Output, order: Order, error: unknown): ExitCode => {
  const reason =
    error instanceof StartRefusal
      ? error.message
      : ((error as { code?: string }).code ?? (error as Error).name);
  out.complain(`標準入力: いまは記録できません(${reason})。あとでもう一度渡してください。`);
  out.json({ ok: false, file: "-", reason, taken: order.taken });
  return 75;
};

const bounces = async (call: Call): Promise<ExitCode> => {
  const [path, ...others] = call.positionals;
  if (path === undefined || others.length > 0) return 2;
  const order: Order = { path, isRehearsal: call.values["dry-run"] === true, taken: [] };
  try {
    return await told(call, order);
  } catch (error) {
    if (path === "-") return later(call.out, order, error);
    const reason = fileRefusal(error);
    if (!reason) throw error;
    return refuse(call.out, order, reason);
  }
};

export const mailCommands: readonly Command[] = [
  {
    name: "mail bounces",
    usage: "FILE|- [--dry-run]",
    summary:
      "Reads reports of mails that could not be delivered: one message, an mbox (for many at a time), - from a pipe.",
    options: { "dry-run": { type: "boolean" } },
    run: bounces,
  },
];
