import type { Person } from "../../../identity/reissue/index.ts";
import type { Society } from "../../../society/index.ts";
import type { ExitCode, Output } from "../../command.ts";
import { memberJson, nameOf } from "../told.ts";

export type Whose = {
  readonly society: Society;
  readonly person: Person;
  readonly isEnding: boolean;
  readonly isRehearsal: boolean;
};

const headOf = ({ society, person, isEnding, isRehearsal }: Whose): string => {
  const what = isEnding ? "の、メールアドレスの免除を終え" : "のメールアドレスを免除し";
  return `${society.name.ja}の ${nameOf(person)} ${what}${isRehearsal ? "ます" : "ました"}。`;
};

const mailWays = {
  optional: "この組合では、メールアドレスはもともと任意です。",
  required: "登録のときに、メールアドレスを求めません。",
  "required-verified": "登録のときに、メールアドレスを求めません。",
};

const methodNames = { passkey: "生体認証", totp: "OTPアプリ" };

/** Without an address, no code can be mailed. */
const factorsLine = ({ policy: { secondFactor } }: Society) => {
  const others = secondFactor.methods.flatMap((one) =>
    one === "mail-otp" ? [] : methodNames[one],
  );
  if (others.length === 0) return "OTPメールのほかに、この組合で使える認証方法はありません。";
  return `認証方法は、OTPメールではなく、${others.join("か")}を使います。リカバリーコードは紙に控えていただきます。`;
};

/** What it means for this member, line by line. */
const effectsOf = ({ society, person: { account }, isEnding }: Whose): readonly string[] => {
  if (isEnding)
    return account
      ? ["登録が済んでいる方です。いまの登録はそのままです。"]
      : ["これからの登録では、ほかの方と同じようにメールアドレスを求めます。"];
  return [
    ...(account ? ["登録が済んでいる方です。"] : []),
    mailWays[society.policy.email.atRegistration],
    account?.email ? "登録されているメールアドレスは、そのまま残ります。" : factorsLine(society),
  ];
};

export const sayExemption = (out: Output, whose: Whose): ExitCode => {
  const { person, isEnding, isRehearsal } = whose;
  out.say(headOf(whose));
  for (const line of effectsOf(whose)) out.say(`  ${line}`);
  if (isRehearsal) out.say("まだ何も変わっていません。");
  out.json({
    ok: true,
    dryRun: isRehearsal,
    member: memberJson(person.member),
    isRegistered: person.account !== null,
    isExempt: !isEnding,
  });
  return 0;
};
