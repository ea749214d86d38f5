import type { Facts } from "../kernel/result.ts";
import type { InBoth } from "../society/types.ts";

/**
 * Every rule that a file can break, by its code. Codes never change their meaning: staff look them
 * up, and scripts of operators match them. CSV: the file's form, CHR: characters, MEM: members,
 * CRE: credentials of an older system.
 */
export const codes = {
  "file-empty": "CSV-001",
  "not-csv": "CSV-002",
  "bytes-broken": "CSV-003",
  "header-missing": "CSV-004",
  "column-missing": "CSV-005",
  "column-twice": "CSV-006",
  "row-short": "CSV-007",
  "row-long": "CSV-008",
  "quote-unclosed": "CSV-009",
  "quote-stray": "CSV-010",
  "rows-missing": "CSV-011",
  "character-control": "CHR-001",
  "character-direction-mark": "CHR-002",
  "character-invisible": "CHR-003",
  "character-gaiji": "CHR-004",
  "character-emoji": "CHR-005",
  "character-broken": "CHR-006",
  "value-missing": "MEM-003",
  "value-long": "MEM-004",
  "date-unreadable": "MEM-010",
  "date-no-such-day": "MEM-011",
  "date-out-of-era": "MEM-012",
  "date-out-of-range": "MEM-013",
  "date-future": "MEM-014",
  "lost-before-acquired": "MEM-015",
  "acquired-before-birth": "MEM-016",
  "lost-long-ago": "MEM-017",
  "sex-unknown": "MEM-020",
  "relationship-unreadable": "MEM-021",
  "relationship-of-insured": "MEM-022",
  "relationship-of-dependent": "MEM-023",
  "branch-form": "MEM-030",
  "key-twice": "MEM-031",
  "insured-missing": "MEM-032",
  "kana-form": "MEM-040",
  "postal-code-form": "MEM-041",
  "email-form": "MEM-042",
  "member-unknown": "CRE-001",
  "member-not-covered": "CRE-002",
  "member-registered": "CRE-003",
  "member-registered-meanwhile": "CRE-004",
  "user-id-twice": "CRE-010",
  "password-short": "CRE-020",
  "password-long": "CRE-021",
} as const;

export type Rule = keyof typeof codes;

export const ja: Readonly<Record<Rule, string>> = {
  "file-empty": "ファイルが空です。書き出しをやり直してください。",
  "not-csv": "CSVではありません。Excelで開き、「CSV UTF-8(コンマ区切り)」で保存してください。",
  "bytes-broken":
    "文字が壊れています。文字コードをUTF-8かCP932(Shift_JIS)にそろえて、書き出しをやり直してください。",
  "header-missing": "1行目に列の名前がありません。「{names}」などの名前を1行目に入れてください。",
  "column-missing": "この列は必ず必要です。1行目に列の名前を、2行目からに値を入れてください。",
  "column-twice": "同じ名前の列が{count}つあります。1つにしてください。",
  "row-short": "列が足りません。見出しは{needed}列ですが、この行は{found}列です。",
  "row-long": "列が多すぎます。見出しは{needed}列ですが、この行は{found}列です。",
  "quote-unclosed": '「"」で始まる値が閉じていません。値の終わりに「"」を入れてください。',
  "quote-stray": '「"」の位置が正しくありません。値の中の「"」は「""」と書いてください。',
  "rows-missing": "見出しだけで、データの行がありません。",
  "character-control": "制御文字か改行があります({character})。消してください。",
  "character-direction-mark": "文字の向きを変える記号があります({character})。消してください。",
  "character-invisible": "目に見えない文字があります({character})。消してください。",
  "character-gaiji":
    "外字があります({character})。ほかのシステムでは読めません。別の文字に替えてください。",
  "character-emoji": "絵文字があります({character})。消してください。",
  "character-broken": "壊れた文字があります({character})。正しい文字に直してください。",
  "value-missing": "必ず入れてください。",
  "value-long": "長すぎます。{most}文字までにしてください。",
  "date-unreadable":
    "日付として読めません。1979-08-22、S54.8.22、昭和54年8月22日、3540822 のように入れてください。",
  "date-no-such-day": "この日付はありません。月と日を確かめてください。",
  "date-out-of-era": "{era}の期間にない日付です。元号と年を確かめてください。",
  "date-out-of-range": "1868年から2199年までの日付を入れてください。",
  "date-future": "先の日付です({date})。元号と年を確かめてください。",
  "lost-before-acquired": "資格喪失日が資格取得日({acquired})より前です。",
  "acquired-before-birth": "資格取得日が生年月日({born})より前です。正しいか確かめてください。",
  "lost-long-ago":
    "資格喪失日から{years}年がたち、保存期間が過ぎています。この行は取り込みません。ファイルから消してください。",
  "sex-unknown": "1、2、男、女のどれかを入れてください。",
  "relationship-unreadable": "続柄に使えない記号があります({character})。消してください。",
  "relationship-of-insured": "枝番が00(空)の人は被保険者です。続柄か枝番を直してください。",
  "relationship-of-dependent": "被保険者の枝番は00(空)です。続柄か枝番を直してください。",
  "branch-form": "枝番は2桁までの数字です。被保険者は00か空にしてください。",
  "key-twice": "同じ記号・番号・枝番が{first}行目にもあります。どちらかを消してください。",
  "insured-missing":
    "この記号・番号の被保険者(枝番00)が、ファイルにも登録済みの加入者にもいません。",
  "kana-form": "カナで入れてください。",
  "postal-code-form": "郵便番号は7桁の数字です。",
  "email-form": "メールアドレスの形ではありません。",
  "member-unknown":
    "この記号・番号・枝番の加入者がいません。番号を確かめるか、先に加入者を取り込んでください。",
  "member-not-covered": "この加入者は、今日は資格がありません。この行を消してください。",
  "member-registered": "すでに本登録が済んでいます。この行は取り込みません。",
  "member-registered-meanwhile":
    "取り込みの途中で本登録が済みました。この行は取り込んでいません。一覧に載っていても、知らせないでください。",
  "user-id-twice": "同じユーザIDが{first}行目にもあります。どちらかを直してください。",
  "password-short":
    "仮パスワードが短すぎます。空白とハイフンを除いて、{least}文字以上にしてください。",
  "password-long": "仮パスワードが長すぎます。{most}文字までにしてください。",
};

export const en: Readonly<Record<Rule, string>> = {
  "file-empty": "The file is empty. Please write it out again.",
  "not-csv": "This is not CSV. Open it in Excel and save it as “CSV UTF-8 (Comma delimited)”.",
  "bytes-broken":
    "Broken characters. Please write the file out again, as UTF-8 or as CP932 (Shift_JIS).",
  "header-missing": "Row 1 has no column names. Put names such as {names} into row 1.",
  "column-missing": "This column is needed. Put its name into row 1, its values from row 2 on.",
  "column-twice": "There are {count} columns of this name. Keep one.",
  "row-short": "Columns are missing: the header has {needed}, this row has {found}.",
  "row-long": "Too many columns: the header has {needed}, this row has {found}.",
  "quote-unclosed": 'A value that begins with " never ends. Put a " at its end.',
  "quote-stray": 'A " in the wrong place. Inside a value, write "" for ".',
  "rows-missing": "There is a header but no row of data.",
  "character-control": "A control character or line break ({character}). Please remove it.",
  "character-direction-mark":
    "A mark that turns the reading direction ({character}). Please remove it.",
  "character-invisible": "An invisible character ({character}). Please remove it.",
  "character-gaiji":
    "A private character (外字, {character}) that no other system can read. Please replace it.",
  "character-emoji": "An emoji ({character}). Please remove it.",
  "character-broken": "A broken character ({character}). Please put the right one.",
  "value-missing": "This must be filled in.",
  "value-long": "Too long: {most} characters at most.",
  "date-unreadable": "Not a date. Write it as 1979-08-22, S54.8.22, 昭和54年8月22日 or 3540822.",
  "date-no-such-day": "There is no such day. Please check month and day.",
  "date-out-of-era": "This day is not in the era {era}. Please check era and year.",
  "date-out-of-range": "Give a day from 1868 to 2199.",
  "date-future": "This day is in the future ({date}). Please check era and year.",
  "lost-before-acquired": "Cover ends before it begins ({acquired}).",
  "acquired-before-birth": "Cover begins before birth ({born}). Please check that this is right.",
  "lost-long-ago":
    "Cover ended {years} years ago or more: such data is not kept any longer. The row is passed over; please remove it from the file.",
  "sex-unknown": "Give 1, 2, 男 or 女.",
  "relationship-unreadable": "A symbol that 続柄 cannot hold ({character}). Please remove it.",
  "relationship-of-insured":
    "Branch 00 (or empty) is the insured person. Please correct 続柄 or 枝番.",
  "relationship-of-dependent":
    "The insured person's branch is 00 (or empty). Please correct 続柄 or 枝番.",
  "branch-form": "The branch is up to two digits; 00 or empty for the insured person.",
  "key-twice": "Row {first} has the same 記号, 番号 and 枝番. Remove one of them.",
  "insured-missing":
    "The insured person (branch 00) of this 記号 and 番号 is neither in the file nor registered.",
  "kana-form": "Please write it in kana.",
  "postal-code-form": "A postal code has 7 digits.",
  "email-form": "Not an e-mail address.",
  "member-unknown":
    "There is no member of this 記号, 番号 and 枝番. Check the numbers, or import the members first.",
  "member-not-covered": "This member is not covered today. Please remove this row.",
  "member-registered": "This member is registered already. The row is passed over.",
  "member-registered-meanwhile":
    "This member registered while the file was being imported. The row was passed over; where the list has it, do not hand it out.",
  "user-id-twice": "Row {first} has the same user ID. Please correct one of them.",
  "password-short":
    "The password is too short: {least} characters at least, not counting spaces and hyphens.",
  "password-long": "The password is too long: {most} characters at most.",
};

const filled = (text: string, facts: Facts) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));

/** What is wrong and how to mend it, in both languages. */
export const explain = ({
  rule,
  facts,
}: {
  readonly rule: Rule;
  readonly facts: Facts;
}): InBoth => ({
  ja: filled(ja[rule], facts),
  en: filled(en[rule], facts),
});
