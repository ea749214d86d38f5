import { parseDate } from "../../../kernel/dates.ts";
import { formatEra } from "../../../kernel/eras.ts";
import type { Language } from "../../../society/types.ts";
import { Field, type FieldErrors, type View } from "../../../ui/index.ts";
import { claimWords } from "../text.ts";

type Props = {
  readonly view: View;
  readonly errors: FieldErrors;
  readonly typed: Readonly<Record<string, string>>;
};

/** What was understood of a date, said back: 「昭和54年8月22日(西暦1979年8月22日)」. */
const readBack = (lang: Language, typed: string): string | null => {
  const read = parseDate(typed);
  if (!read.ok) return null;
  const [year, month, day] = read.value.split("-").map(Number);
  return lang === "ja"
    ? `入力された日:${formatEra(read.value)}(西暦${year}年${month}月${day}日)`
    : `Read as ${read.value} (${formatEra(read.value)})`;
};

type Name = "insurerNumber" | "symbol" | "memberNumber" | "nameKana" | "birthDate";

/** What each field has of its own; a number's is as wide as the number. */
const own = {
  insurerNumber: { width: "number", inputmode: "numeric", autocomplete: "off", maxlength: 20 },
  symbol: { width: "number", autocomplete: "off", maxlength: 30 },
  memberNumber: { width: "number", autocomplete: "off", maxlength: 30 },
  nameKana: { autocomplete: "off", lang: "ja", maxlength: 60 },
  birthDate: { width: "number", autocomplete: "bday", maxlength: 30 },
} as const;

/** 「保険者番号」「記号」「番号」「氏名カナ」「生年月日」 */
export const ClaimFields = ({ view, errors, typed }: Props) => {
  const words = claimWords(view.lang);
  const said = errors.birthDate ? null : readBack(view.lang, typed.birthDate ?? "");
  const shared = (name: Name) => ({
    ...({ view, name, need: "must", label: words[name] } as const),
    ...{ error: errors[name], value: typed[name] },
    ...own[name],
  });
  const dateHint = (
    <>
      {words.birthDateHint}
      {said ? <b> {said}</b> : null}
    </>
  );
  return (
    <>
      <Field {...shared("insurerNumber")} hint={words.insurerNumberHint} />
      <Field {...shared("symbol")} hint={words.symbolHint} />
      <Field {...shared("memberNumber")} hint={words.memberNumberHint} />
      <Field {...shared("nameKana")} hint={words.nameKanaHint} />
      <Field {...shared("birthDate")} hint={dateHint} />
    </>
  );
};
