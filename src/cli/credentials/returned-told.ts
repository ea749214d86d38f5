import {
  explainLetter,
  type FoundLetter,
  letterCodes,
  type Returned,
  type ReturnProblem,
  referenceText,
} from "../../identity/provisional/index.ts";
import type { ExitCode, Output } from "../command.ts";
import { memberText } from "../members/member-key.ts";

const linesShown = 100;

const referenceOf = ({ batch, number }: FoundLetter): string | null =>
  number === null ? null : referenceText({ batch, number });

const letterText = (letter: FoundLetter): string =>
  [referenceOf(letter), memberText(letter.holder)].filter((part) => part !== null).join(" ");

const problemText = ({ given, rule, letter }: ReturnProblem): string => {
  const whose = letter ? `(${memberText(letter.holder)})` : "";
  return `${given}${whose}: ${explainLetter(rule).ja} [${letterCodes[rule]}]`;
};

const letterJson = (letter: FoundLetter) => {
  const { symbol, memberNumber, branchNumber, name } = letter.holder;
  const member = { symbol, memberNumber, branchNumber, name };
  return { reference: referenceOf(letter), member, isRegistered: letter.isRegistered };
};

const problemJson = ({ given, rule, letter }: ReturnProblem) => ({
  given,
  rule,
  code: letterCodes[rule],
  letter: letter && letterJson(letter),
  message: explainLetter(rule),
});

const firstOf = (say: (line: string) => void, lines: readonly string[]) => {
  for (const line of lines.slice(0, linesShown)) say(line);
  if (lines.length > linesShown) say(`ほか${lines.length - linesShown}件`);
};

/** Nothing changed: everything that is wrong. */
export const complainReturned = (
  out: Output,
  { problems }: Extract<Returned, { ok: false }>,
): ExitCode => {
  firstOf(out.complain, problems.map(problemText));
  out.complain(`エラーが${problems.length}件あります。何も変わっていません。`);
  out.json({ ok: false, problems: problems.map(problemJson) });
  return 1;
};

const onlyNew =
  "住所(事業所)が分かったら、加入者ファイルで直して取り込み、credentials issue --only-new で出し直してください。";
const again =
  "登録済みの方には credentials issue では出せません。加入者ファイルを直したら、accounts reissue で出し直してください。";

const sayNext = (out: Output, letters: readonly FoundLetter[]) => {
  const registered = letters.filter(({ isRegistered }) => isRegistered);
  if (registered.length < letters.length) out.say(onlyNew);
  if (registered.length === 0) return;
  out.say(again);
  for (const letter of registered) out.say(`  ${letterText(letter)}`);
};

/** Which letters do not work from now on, and how their members get others. */
export const sayReturned = (
  out: Output,
  { letters, passedOver }: Extract<Returned, { ok: true }>,
  isRehearsal: boolean,
): ExitCode => {
  const count = letters.length;
  if (count === 0) out.say("新しく戻りにする通知はありません。何も変わっていません。");
  else if (isRehearsal)
    out.say(`次の${count}通を戻りとして無効にします。まだ何も変わっていません。`);
  else out.say(`次の${count}通を戻りとして無効にしました。`);
  for (const letter of letters) out.say(`  ${letterText(letter)}`);
  if (passedOver.length > 0) out.say(`前から使えない通知があります(${passedOver.length}通)。`);
  firstOf(
    out.say,
    passedOver.map((one) => `  ${problemText(one)}`),
  );
  if (!isRehearsal) sayNext(out, letters);
  out.json({
    ok: true,
    dryRun: isRehearsal,
    letters: letters.map(letterJson),
    passedOver: passedOver.map(problemJson),
  });
  return 0;
};
