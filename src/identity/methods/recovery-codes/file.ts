import { dayIn } from "../../../kernel/moments.ts";
import { type Instant, todayInTokyo } from "../../../kernel/time.ts";
import type { Language, Society } from "../../../society/types.ts";
import { recoveryCodesWords } from "./text/recovery-codes-text.ts";

type File = {
  readonly lang: Language;
  readonly society: Pick<Society, "name">;
  /** Where one signs in. */
  readonly origin: string;
  readonly madeAt: Instant;
  readonly codes: readonly string[];
};

/** The codes as a text file: with BOM and CRLF, so that every Windows shows it right. */
export const codesText = ({ lang, society, origin, madeAt, codes }: File): string => {
  const words = recoveryCodesWords(lang);
  const lines = [
    words.fileTitle(society.name[lang]),
    words.madeOn(dayIn(lang, todayInTokyo(madeAt))),
    "",
    ...codes,
    "",
    words.fileHow,
    words.fileOnce,
    words.fileAt(origin),
    "",
  ];
  return `\ufeff${lines.join("\r\n")}`;
};
