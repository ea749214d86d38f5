import type { Person } from "../../../identity/reissue/index.ts";
import type { Lifted, Stopped } from "../../../identity/staff-lock/index.ts";
import type { Society } from "../../../society/index.ts";
import type { ExitCode, Output } from "../../command.ts";
import { memberJson, nameOf } from "../told.ts";

export type Whose = {
  readonly society: Society;
  readonly person: Person;
  readonly isRehearsal: boolean;
};

const verb = (isRehearsal: boolean) => (isRehearsal ? "ます" : "ました");

const mailLine = (isMailed: boolean): string =>
  isMailed
    ? "  登録されているメールアドレスへ、お知らせのメールを送ります。"
    : "  お知らせのメールは送りません。";

const close = (out: Output, { person, isRehearsal }: Whose, done: object): ExitCode => {
  if (isRehearsal) out.say("まだ何も変わっていません。");
  out.json({ ok: true, dryRun: isRehearsal, member: memberJson(person.member), ...done });
  return 0;
};

export const sayLocked = (out: Output, whose: Whose, stopped: Stopped): ExitCode => {
  const { society, person, isRehearsal } = whose;
  const { sessions, isMailed } = stopped;
  out.say(`${society.name.ja}の ${nameOf(person)} のアカウントをロックし${verb(isRehearsal)}。`);
  out.say("  ログインはできません。パスワードの決め直しや再発行では外れません。");
  out.say(`  ログイン中の${sessions}件は、ログアウトになり${verb(isRehearsal)}。`);
  out.say(mailLine(isMailed));
  out.say("  外すのは accounts unlock だけです。");
  return close(out, whose, { ...stopped });
};

const liftedNames = ({ byStaff, byFactor, byPassword }: Lifted): readonly string[] => [
  ...(byStaff ? ["アカウントロック(組合の職員)"] : []),
  ...(byFactor ? ["アカウントロック(認証方法の間違い)"] : []),
  ...(byPassword ? ["パスワードロック"] : []),
];

export const sayUnlocked = (out: Output, whose: Whose, lifted: Lifted): ExitCode => {
  const { society, person, isRehearsal } = whose;
  const names = liftedNames(lifted);
  const what = names.length > 0 ? names.join("と") : "間違いの数";
  out.say(
    `${society.name.ja}の ${nameOf(person)} の${what}を${names.length > 0 ? "解除し" : "消し"}${verb(isRehearsal)}。`,
  );
  out.say("  パスワードと認証方法は、そのままです。");
  out.say(mailLine(lifted.isMailed));
  return close(out, whose, { ...lifted });
};
