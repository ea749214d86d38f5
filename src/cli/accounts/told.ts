import type { Plan } from "../../identity/provisional/index.ts";
import type { Person, Reissued } from "../../identity/reissue/index.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { momentIn } from "../../kernel/moments.ts";
import type { Society } from "../../society/index.ts";
import type { ExitCode, Output } from "../command.ts";
import { type Places, sayFiles } from "../credentials/files.ts";
import { complainUnprintable, findingsJson, sayFindings } from "../credentials/findings.ts";

export type Whose = {
  readonly society: Society;
  readonly person: Person;
  readonly places: Places;
  readonly plan: Plan;
  readonly resetsFactors: boolean;
};

/** 「10・1001・00 H.S.」: enough to see whether it is the right person. */
export const nameOf = ({
  member: { symbol, memberNumber, branchNumber, nameKana },
}: Pick<Person, "member">): string =>
  `${symbol}・${memberNumber}・${branchNumber} ${initialsOf(nameKana)}`.trim();

const mailLine = (isMailed: boolean) =>
  isMailed
    ? "  登録されているメールアドレスへ、お知らせのメールを送ります。"
    : "  メールアドレスの登録がないため、お知らせのメールは送りません。";

/** Of a registered member: the second factors that are enrolled, and whether they stay. */
const factorsLine = ({ person: { factors }, resetsFactors }: Whose) => {
  if (factors === 0) return "  認証方法の登録はありません。";
  return resetsFactors
    ? `  登録されている認証方法(${factors}件)は、新しい通知での登録が済んだ時点で、すべて取り消されます。`
    : `  登録されている認証方法(${factors}件)は残り、新しい通知での登録のときにも使います。使えなくなった方には --reset-factors を付けてください。`;
};

/** The member as machines are told: no name. */
export const memberJson = ({ symbol, memberNumber, branchNumber, nameKana }: Person["member"]) => ({
  symbol,
  memberNumber,
  branchNumber,
  initials: initialsOf(nameKana),
});

const jsonOf = ({ person: { member, account, factors }, plan, resetsFactors }: Whose) => ({
  member: memberJson(member),
  accountId: account?.id ?? null,
  factors,
  resetsFactors: resetsFactors && account !== null,
  findings: findingsJson(plan.findings),
});

export const refuseUnprintable = (out: Output, whose: Whose): ExitCode => {
  complainUnprintable(out, whose.plan.findings);
  out.complain(
    "加入者ファイルの氏名や住所を直して取り込み直すか、--pdf を付けずに --csv だけで発行してください。何も変わっていません。",
  );
  out.json({ ok: false, code: "unprintable", ...jsonOf(whose) });
  return 1;
};

/** What would happen. */
export const sayPlanned = (out: Output, whose: Whose): ExitCode => {
  const { society, person, plan } = whose;
  const { account, sessions } = person;
  out.say(`${society.name.ja}の ${nameOf(person)} に、仮ID・仮パスワードを再発行します。`);
  out.say("  前の通知は使えなくなります。");
  if (account) {
    out.say("  登録が済んでいる方です。いまのパスワードは使えなくなります。");
    out.say(`  ログイン中の${sessions}件は、ログアウトになります。`);
    out.say(factorsLine(whose));
    out.say(mailLine(account.email !== null));
  } else out.say("  登録がまだの方です。");
  sayFindings(out, plan.findings);
  out.say("まだ何も変わっていません。");
  const isMailed = account !== null && account.email !== null;
  const will = { isRegistered: account !== null, sessions, isMailed };
  out.json({ ok: true, dryRun: true, ...jsonOf(whose), ...will });
  return 0;
};

/** What happened. */
export const sayReissued = (out: Output, whose: Whose, reissued: Reissued): ExitCode => {
  const { society, person, places, plan } = whose;
  const { isRegistered, sessions, isMailed, lastDay, batch, fetchableUntil } = reissued;
  out.say(
    `${society.name.ja}の ${nameOf(person)} に、仮ID・仮パスワードを再発行しました(第${batch.number}回)。有効期限は${lastDay}です。`,
  );
  out.say("  前の通知は使えません。");
  if (isRegistered) {
    out.say(`  これまでのパスワードは使えません。${sessions}件をログアウトにしました。`);
    out.say(factorsLine(whose));
    out.say(mailLine(isMailed));
  }
  sayFiles(out, places);
  out.say(`${momentIn("ja", fetchableUntil)}までは、credentials fetch で同じ通知を取り出せます。`);
  sayFindings(out, plan.findings);
  const done = { isRegistered, sessions, isMailed, lastDay, batch: batch.number, fetchableUntil };
  out.json({ ok: true, dryRun: false, ...jsonOf(whose), ...done, ...places });
  return 0;
};
