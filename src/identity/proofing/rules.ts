// 本人確認: whether what somebody claims is what the society has of a person.
import { kanaKey } from "../../kernel/kana.ts";
import type { PlainDate } from "../../kernel/time.ts";
import { foldSymbol } from "../../kernel/width.ts";

type Claimed = {
  readonly insurerNumber: string;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly nameKana: string;
  readonly birthDate: PlainDate;
};

type OnFile = {
  readonly insurerNumber: string;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly nameKana: string;
  readonly bornOn: PlainDate;
};

const spoken: readonly (readonly [string, string])[] = [
  ["ヴア", "バ"],
  ["ヴイ", "ビ"],
  ["ヴエ", "ベ"],
  ["ヴオ", "ボ"],
  ["ヴ", "ブ"],
];

/** The members room's key, and ヴァレリー is バレリー: its owner may not know which the society wrote. */
export const spokenKana = (nameKana: string): string =>
  spoken.reduce((key, [from, to]) => key.replaceAll(from, to), kanaKey(nameKana));

/**
 * All five, by the keys of the members room: width, kinds of hyphen, spaces and small kana, and ヴ or バ, do not count.
 * 枝番 is not asked: name and birth date tell the persons of a household apart.
 */
export const isSamePerson = (claimed: Claimed, onFile: OnFile): boolean =>
  claimed.insurerNumber === onFile.insurerNumber &&
  foldSymbol(claimed.symbol) === foldSymbol(onFile.symbol) &&
  foldSymbol(claimed.memberNumber) === foldSymbol(onFile.memberNumber) &&
  spokenKana(claimed.nameKana) === spokenKana(onFile.nameKana) &&
  claimed.birthDate === onFile.bornOn;
