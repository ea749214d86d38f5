import {
  explainLetter,
  type FoundLetter,
  letterCodes,
  type ReturnProblem,
  referenceText,
  returnLetters,
} from "../../identity/provisional/index.ts";
import type { MemberKey } from "../../members/types.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { memberText, readMemberKey } from "../member-key.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety } from "../problems.ts";

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
  return {
    reference: referenceOf(letter),
    member: { symbol, memberNumber, branchNumber, name },
  };
};

const problemJson = ({ given, rule, letter }: ReturnProblem) => ({
  given,
  rule,
  code: letterCodes[rule],
  letter: letter && letterJson(letter),
  message: explainLetter(rule),
});

type Order = {
  readonly society: Society;
  readonly references: readonly string[];
  readonly member: MemberKey | null;
  readonly isRehearsal: boolean;
};

const next =
  "住所(事業所)が分かったら、加入者ファイルで直して取り込み、credentials issue --only-new で出し直してください。";

const takeBack = async (
  { database, clock }: Installation,
  { society, ...order }: Order,
  out: Output,
): Promise<ExitCode> => {
  const done = await returnLetters(
    { database, clock },
    {
      ...order,
      society: society.id,
      actor: { kind: "operator" },
      origin: runOrigin(clock.now()),
    },
  );
  if (!done.ok) {
    for (const problem of done.problems) out.complain(problemText(problem));
    out.complain(`エラーが${done.problems.length}件あります。何も変わっていません。`);
    out.json({ ok: false, problems: done.problems.map(problemJson) });
    return 1;
  }
  const { isRehearsal } = order;
  out.say(
    isRehearsal
      ? `次の${done.letters.length}通を戻りとして無効にします。まだ何も変わっていません。`
      : `次の${done.letters.length}通を戻りとして無効にしました。`,
  );
  for (const letter of done.letters) out.say(`  ${letterText(letter)}`);
  if (!isRehearsal) out.say(next);
  out.json({ ok: true, dryRun: isRehearsal, letters: done.letters.map(letterJson) });
  return 0;
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const { society: code, member: text } = values;
  if (typeof code !== "string" || (positionals.length === 0 && typeof text !== "string")) return 2;
  const member = typeof text === "string" ? readMemberKey(text) : null;
  if (typeof text === "string" && !member) {
    out.complain(`--member ${text}: 記号/番号/枝番 の形で入れてください(例: 10/1001/00)。`);
    return 2;
  }
  const installation = await open();
  const society = installation.registry.byCode(code);
  if (!society) return noSuchSociety(out, code);
  const isRehearsal = values["dry-run"] === true;
  return takeBack(installation, { society, references: positionals, member, isRehearsal }, out);
};

export const returnCredentialsCommand: Command = {
  name: "credentials returned",
  usage: "--society CODE REFERENCE… [--member 記号/番号/枝番] [--dry-run]",
  summary: "Marks letters that came back undelivered, by their reference: they stop working.",
  options: {
    society: { type: "string" },
    member: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
