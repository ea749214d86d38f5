import {
  codePointsOf,
  explainLetter,
  type Finding,
  type FindingKind,
  type Findings,
  letterCodes,
} from "../../identity/provisional/index.ts";
import type { Output } from "../command.ts";
import { memberText } from "../members/member-key.ts";

const spelled = (characters: readonly string[]) =>
  characters.map((one) => `${one} ${codePointsOf(one)}`).join("、");

const factsOf = ({ characters, column }: Finding) => ({
  characters: spelled(characters),
  column: column ?? "",
});

const lineOf = (finding: Finding): string => {
  const { kind, member, column, characters } = finding;
  const where = column ? ` ${column}: ${spelled(characters)}` : "";
  return `  ${memberText(member)}${where} [${letterCodes[kind]}]`;
};

const jsonOf = (finding: Finding) => {
  const { kind, member, column, characters } = finding;
  const { symbol, memberNumber, branchNumber, name } = member;
  return {
    rule: kind,
    code: letterCodes[kind],
    member: { symbol, memberNumber, branchNumber, name },
    column,
    characters: characters.map((text) => ({ text, codePoints: codePointsOf(text) })),
    message: explainLetter(kind, factsOf(finding)),
  };
};

/** The first 100 of each kind, with how many there are. */
export const findingsJson = (findings: Findings) =>
  Object.fromEntries(
    Object.entries(findings).map(([kind, { first, total }]) => [
      kind,
      { total, first: first.map(jsonOf) },
    ]),
  );

const sayAll = (
  say: (line: string) => void,
  { first, total }: Findings[FindingKind],
  heading: string,
) => {
  if (total === 0) return;
  say(`${heading}(${total}件)`);
  for (const finding of first) say(lineOf(finding));
  if (total > first.length) say(`  ほか${total - first.length}件`);
};

const headings: Readonly<Record<Exclude<FindingKind, "unprintable">, string>> = {
  "standard-form": "異体字を標準の字形で印刷します",
  "address-missing": "住所がないため、宛名の住所は空欄になります",
  returned:
    "前の通知が宛先不明で戻り、送り先が変わっていないため、今回は出しません。加入者ファイルで住所(事業所)を直して取り込み直すか、accounts reissue で出してください",
};

/** What to know of the letters, none of which is wrong. */
export const sayFindings = (out: Output, findings: Findings): void => {
  for (const kind of ["standard-form", "address-missing", "returned"] as const)
    sayAll(out.say, findings[kind], headings[kind]);
};

/** Who cannot be printed: left out, or why nothing is issued. */
export const sayLeftOut = (out: Output, { unprintable }: Findings): void =>
  sayAll(out.say, unprintable, "印刷できない文字があるため、次の人を除きます");

export const complainUnprintable = (out: Output, { unprintable }: Findings): void =>
  sayAll(out.complain, unprintable, "印刷できない文字があります");
