import type { Person, Reissued } from "../../identity/reissue/index.ts";
import { initialsOf } from "../../kernel/initials.ts";
import type { Society } from "../../society/index.ts";
import type { Output } from "../command.ts";

type Whose = { readonly society: Society; readonly person: Person };

/** 「H.S.(記号10 番号1234 枝番00)」: enough to see whether it is the right person. */
const nameOf = ({ member }: Person): string => {
  const { symbol, memberNumber, branchNumber, nameKana } = member;
  return `${initialsOf(nameKana)}(記号${symbol} 番号${memberNumber} 枝番${branchNumber})`;
};

const mailLine = (isMailed: boolean, after: string) =>
  isMailed
    ? `登録されているメールアドレスへ、再発行のお知らせを${after}。`
    : "メールアドレスの登録がないため、お知らせのメールは送りません。";

const keyOf = ({ member, account }: Person) => ({
  symbol: member.symbol,
  memberNumber: member.memberNumber,
  branchNumber: member.branchNumber,
  initials: initialsOf(member.nameKana),
  accountId: account?.id ?? null,
});

/** What would happen. */
export const sayPlanned = (out: Output, { society, person }: Whose): void => {
  const { account, sessions } = person;
  out.say(`${society.name.ja}の${nameOf(person)}に、仮ID・仮パスワードを再発行します。`);
  out.say("  前のご案内は使えなくなります。");
  if (account) {
    out.say("  登録が済んでいる方です。いまのパスワードは使えなくなります。");
    out.say(`  ログイン中の${sessions}件は、ログアウトになります。`);
    out.say(`  ${mailLine(account.email !== null, "送ります")}`);
  } else out.say("  登録がまだの方です。");
  out.say("まだ何も変わっていません。");
  const isMailed = account !== null && account.email !== null;
  const will = { isRegistered: account !== null, sessions, isMailed };
  out.json({ ok: true, dryRun: true, ...keyOf(person), ...will });
};

/** What happened. */
export const sayReissued = (
  out: Output,
  {
    society,
    person,
    reissued,
    files,
  }: Whose & {
    readonly reissued: Reissued;
    readonly files: readonly string[];
  },
): void => {
  const { isRegistered, sessions, isMailed, lastDay, batch } = reissued;
  out.say(`${society.name.ja}の${nameOf(person)}に、仮ID・仮パスワードを再発行しました。`);
  out.say(`  有効期限は${lastDay}です。前のご案内は使えません。`);
  if (isRegistered) {
    out.say(`  これまでのパスワードは使えません。${sessions}件をログアウトにしました。`);
    out.say(`  ${mailLine(isMailed, "送ります")}`);
  }
  for (const file of files)
    out.say(`ファイル: ${file}(仮パスワードが入っています。渡し終えたら消してください)`);
  const done = { isRegistered, sessions, isMailed, lastDay, batch: batch.number, files };
  out.json({ ok: true, dryRun: false, ...keyOf(person), ...done });
};
