// 枝番・性別・続柄・郵便番号: what stands in one cell of a members file, and how it is read.
import { isKana } from "../../kernel/kana.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import { foldWidth, unifyHyphens, withoutGaps } from "../../kernel/width.ts";

const folded = (text: string) => withoutGaps(foldWidth(text));

/** 枝番 as two digits: a 0 that Excel ate comes back. */
export const readBranch = (text: string): Result<string> => {
  const digits = folded(text);
  return /^[0-9]{1,2}$/.test(digits) ? ok(digits.padStart(2, "0")) : refuse("branch-form");
};

const sexes: Readonly<Record<string, "male" | "female">> = {
  "1": "male",
  男: "male",
  男性: "male",
  M: "male",
  "2": "female",
  女: "female",
  女性: "female",
  F: "female",
};

export const readSex = (text: string): Result<string> => {
  const sex = sexes[folded(text).toUpperCase()];
  return sex ? ok(sex) : refuse("sex-unknown");
};

/** 続柄 is free text: each core system has words or numbers of its own. */
export const readRelationship = (text: string): Result<string> => {
  const strange = /[^\p{L}\p{M}\p{N}\s()ー・ー\-/]/u.exec(foldWidth(text));
  return strange ? refuse("relationship-unreadable", { character: strange[0] }) : ok(text);
};

const insured = /^(本人|被保険者(本人)?|(任意|特例)継続(被保険者)?|任継|特例退職(被保険者)?)$/;
const dependent =
  /^(妻|夫|配偶者|内縁.*|(実|養|継|義)?(子|父|母)|[長次二三四五六七八九十]+[男女]|養女|孫|(曾?祖)(父|母)|義?(兄|姉|弟|妹)|甥|姪|[伯叔][父母]|被扶養者)$/;

/** 枝番 00 and 続柄 must tell of the same person, as far as the words are known. */
export const judgeRelationship = (branchNumber: string, relationship: string): Result<null> => {
  const word = folded(relationship);
  if (branchNumber === "00" && dependent.test(word)) return refuse("relationship-of-insured");
  if (branchNumber !== "00" && insured.test(word)) return refuse("relationship-of-dependent");
  return ok(null);
};

export const readKana = (text: string): Result<string> =>
  isKana(text) ? ok(text) : refuse("kana-form");

/** 郵便番号 as `812-0011`. */
export const readPostalCode = (text: string): Result<string> => {
  const digits = unifyHyphens(folded(text), "").replace("〒", "");
  if (!/^[0-9]{7}$/.test(digits)) return refuse("postal-code-form");
  return ok(`${digits.slice(0, 3)}-${digits.slice(3)}`);
};

/** Only the plainest form: a mail's header must have nothing to misunderstand. */
export const readEmail = (text: string): Result<string> => {
  const address = foldWidth(text);
  const isPlain =
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}$/;
  return isPlain.test(address) ? ok(address) : refuse("email-form");
};
