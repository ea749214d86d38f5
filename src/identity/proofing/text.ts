import type { Facts } from "../../kernel/result.ts";
import type { Language } from "../../society/types.ts";

type Message = (label: string, facts: Facts) => string;

const ja = {
  "insurer-number-check": () =>
    "この保険者番号はありません。打ち間違いがないか、8桁をもう一度お確かめください。",
  "name-kana": () =>
    "氏名(カナ)は、カナかひらがなで入力してください。漢字や英字は使えません。例:スズキ ハナコ",
  "birth-date-unreadable": () =>
    "生年月日が読み取れません。数字8桁(例:19790822)か、昭和54年8月22日のように入力してください。",
  "birth-date-digits": (_, { length = "" }) =>
    `生年月日は、数字8桁で入力してください。いまは${length}桁です。8月は「08」のように入力します。`,
  "date-no-such-day": () => "この日付は暦にありません。年・月・日を確かめてください。",
  "date-out-of-era": (_, { era = "" }) =>
    `「${era}」の年ではない日付です。元号と年を確かめてください。`,
  "date-out-of-range": () => "生年月日の年を確かめてください。",
  "date-future": () => "生年月日が、これからの日付になっています。年を確かめてください。",
} satisfies Record<string, Message>;

const en = {
  "insurer-number-check": () =>
    "There is no such insurer number. Please check the 8 digits for a typing mistake.",
  "name-kana": () =>
    "Type the name in katakana or hiragana. Kanji and Latin letters cannot be used. Example: スズキ ハナコ",
  "birth-date-unreadable": () =>
    "The birth date cannot be read. Type 8 digits such as 19790822, or 昭和54年8月22日.",
  "birth-date-digits": (_, { length = "" }) =>
    `The birth date must be 8 digits. It now has ${length}. August is “08”.`,
  "date-no-such-day": () => "There is no such day. Check the year, month and day.",
  "date-out-of-era": (_, { era = "" }) =>
    `That day is not in the era “${era}”. Check the era and the year.`,
  "date-out-of-range": () => "Please check the year of the birth date.",
  "date-future": () => "The birth date lies in the future. Check the year.",
} satisfies Record<keyof typeof ja, Message>;

/** What may be wrong with the form of a claim. */
export const proofMessages = { ja, en } as const;

const jaFields = {
  insurerNumber: "保険者番号",
  insurerNumberHint:
    "資格確認書・資格情報のお知らせ・ご案内にある8桁の番号です。記号・番号ではありません。",
  symbol: "記号",
  symbolHint: "資格確認書・資格情報のお知らせにあります。",
  memberNumber: "番号",
  memberNumberHint: "記号のとなりにあります。はじめの0も入力してください。枝番はいりません。",
  nameKana: "氏名カナ",
  nameKanaHint: "ご本人のお名前です。例:スズキ ハナコ",
  birthDate: "生年月日",
  birthDateHint: "ご本人の生年月日です。入力例:19790822 または 昭和54年8月22日",
};

const enFields: typeof jaFields = {
  insurerNumber: "Insurer number",
  insurerNumberHint:
    "The 8 digits (保険者番号) on your eligibility certificate, eligibility notice or letter; not the symbol (記号) and number (番号).",
  symbol: "Symbol",
  symbolHint: "It stands on your eligibility certificate or eligibility notice (記号).",
  memberNumber: "Number",
  memberNumberHint:
    "It stands beside the symbol (番号). Type its zeros too; leave out the branch number (枝番).",
  nameKana: "Name in kana",
  nameKanaHint: "Your own name, family name first. Example: スズキ ハナコ",
  birthDate: "Birth date",
  birthDateHint: "Your own. Example: 19790822 or 昭和54年8月22日",
};

export const claimWords = (lang: Language): typeof jaFields =>
  lang === "ja" ? jaFields : enFields;

/** For the messages that name a field. */
export const claimLabels = (lang: Language) => {
  const { insurerNumber, symbol, memberNumber, nameKana, birthDate } = claimWords(lang);
  return { insurerNumber, symbol, memberNumber, nameKana, birthDate };
};
