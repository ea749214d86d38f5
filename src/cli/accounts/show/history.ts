import type { State } from "../../../identity/inquiry/index.ts";
import type { Instant } from "../../../kernel/time.ts";
import { reasonOfAsking, reasonOfTry } from "../../inquiry/reasons.ts";
import { momentText } from "../../output/moment.ts";

export const sessionLines = ({ account, sessions }: State): readonly string[] => {
  if (!account) return [];
  if (sessions.length === 0) return ["ログイン中のデバイス: ありません"];
  return [
    `ログイン中のデバイス: ${sessions.length}件`,
    ...sessions.map(
      ({ device, startedAt, seenAt }) =>
        `  ${device === "-" ? "種類の分からない機器" : device}(${momentText(startedAt)}から、最後の操作は${momentText(seenAt)})`,
    ),
  ];
};

export const tryLines = ({ tries }: State): readonly string[] =>
  tries.length === 0
    ? ["最近の失敗(7日以内): ありません"]
    : [
        "最近の失敗(7日以内):",
        ...tries.map((one) => `  ${momentText(one.at)} ${one.number} ${reasonOfTry(one).what}`),
      ];

const askingNames = { "forgot-id": "IDを忘れた方", "forgot-password": "パスワードを忘れた方" };

/** Only where somebody asked. */
export const askingLines = ({ askings }: State): readonly string[] =>
  askings.length === 0
    ? []
    : [
        "最近の申し込み(7日以内):",
        ...askings.map(
          ({ at, number, kind, reason }) =>
            `  ${momentText(at)} ${number} ${askingNames[kind]}: ${reasonOfAsking(reason).what}`,
        ),
      ];

type Letter = State["letters"][number];

const letterState = ({ state, expiresAt }: Letter, now: Instant): string => {
  if (state === "prepared") return "まだ使えません(発行の途中)";
  if (state === "used") return "使用済み";
  if (state === "void") return "新しい通知に替わり、使えません";
  return expiresAt <= now
    ? `期限切れ(${momentText(expiresAt)})`
    : `有効(${momentText(expiresAt)}まで)`;
};

export const letterLines = ({ letters }: State, now: Instant): readonly string[] =>
  letters.length === 0
    ? ["仮IDの通知: ありません"]
    : [
        "仮IDの通知:",
        ...letters.map(
          (one) =>
            `  ${one.issuedAt ? `${momentText(one.issuedAt)}に発行` : "発行の途中"}、${letterState(one, now)}`,
        ),
      ];

const mailStates: Readonly<Record<State["mails"][number]["state"], string>> = {
  queued: "送信待ち",
  sent: "送信済み",
  failed: "送れませんでした",
  bounced: "届かず、戻りました",
};

export const mailLines = ({ mails }: State): readonly string[] =>
  mails.length === 0
    ? ["最近のメール: ありません"]
    : [
        "最近のメール:",
        ...mails.map(
          ({ queuedAt, kind, state, code }) =>
            `  ${momentText(queuedAt)} ${kind} ${mailStates[state]}${code ? `(${code})` : ""}`,
        ),
      ];
