import type { Found } from "../../identity/inquiry/index.ts";
import { actionWords, someAction } from "../../identity/profile/history/actions-text.ts";
import { memberJson, nameOf } from "../accounts/told.ts";
import type { ExitCode, Output } from "../command.ts";
import { momentText } from "../output/moment.ts";
import type { Reason } from "./reasons/advice.ts";
import { reasonOfAsking, reasonOfFact, reasonOfTry } from "./reasons.ts";

type Row = Found["row"];

const kinds: Readonly<Record<"sign-in" | "proof" | "forgot-id" | "forgot-password", string>> = {
  "sign-in": "ログイン",
  proof: "本人確認",
  "forgot-id": "IDを忘れた方",
  "forgot-password": "パスワードを忘れた方",
};

const titleOf = (row: Row): string =>
  row.what === "fact" ? (actionWords[row.action] ?? someAction).ja : kinds[row.kind];

const reasonOf = (row: Row): Reason | null => {
  if (row.what === "try") return reasonOfTry(row);
  return row.what === "asking" ? reasonOfAsking(row.reason) : reasonOfFact(row.reason);
};

type Asking = Extract<Row, { what: "asking" }>;

/** The worker sends it seconds after the asking. A 仮パスワード has no button: its mail says until when. */
const sentOf = ({ expiresAt, codeUntil, toldAt, reason }: Asking): string | null => {
  if (expiresAt) {
    const code = codeUntil ? `、コードは${momentText(codeUntil)}` : "";
    return `メールを送りました。ボタンは${momentText(expiresAt)}${code}までです。`;
  }
  if (reason !== "matched") return null;
  return toldAt ? "仮パスワードのメールを送りました。" : "メールは、まだ送っていません。";
};

/** What became of the mail. */
const mailOf = (row: Asking): string | null => {
  if (row.outcome === "used") return "メールのボタンかコードは、もう使われています。";
  if (row.outcome === "replaced") return "あとから申し込まれた、新しいメールに替わっています。";
  return sentOf(row);
};

const whoseOf = ({ society, member }: Found): string => {
  if (!society) return "どの組合の方か分かりません。";
  return member ? `${society.name.ja}の ${nameOf({ member })}` : society.name.ja;
};

const linesOf = (found: Found): readonly string[] => {
  const { row } = found;
  const reason = reasonOf(row);
  const mail = row.what === "asking" ? mailOf(row) : null;
  const wrong = row.what === "asking" && row.wrong > 0 ? [`コードの間違い: ${row.wrong}回`] : [];
  return [
    `${momentText(row.at)} ${titleOf(row)}`,
    `  ${whoseOf(found)}`,
    ...(reason ? [`  ${reason.what}`] : []),
    ...[...(mail ? [mail] : []), ...wrong].map((line) => `  ${line}`),
    ...(reason?.advice ? [`  ご案内: ${reason.advice}`] : []),
  ];
};

const jsonOf = ({ row, society, member }: Found) => {
  const { societyId: _, memberId: __, ...own } = row;
  const reason = reasonOf(row);
  return {
    ...own,
    society: society?.code ?? null,
    member: member && memberJson(member),
    ...(reason ? { says: reason.what, advice: reason.advice } : {}),
  };
};

export const sayFound = (out: Output, number: string, found: readonly Found[]): ExitCode => {
  out.say(`お問い合わせ番号 ${number}`);
  for (const one of found) for (const line of linesOf(one)) out.say(`  ${line}`);
  out.json({ ok: true, number, found: found.map(jsonOf) });
  return 0;
};
