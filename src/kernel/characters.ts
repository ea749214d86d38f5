/** What no text from outside may hold. */
export type CharacterFault =
  | "control"
  | "direction-mark"
  | "invisible"
  | "gaiji"
  | "emoji"
  | "broken";

const kinds: readonly (readonly [CharacterFault, RegExp])[] = [
  // half a surrogate pair, or what a decoder left in place of bytes that it could not read
  ["broken", /[\p{Cs}\ufffd\ufffe\uffff]/u],
  ["control", /[\p{Cc}\u2028\u2029]/u],
  // marks that turn the reading direction can make a name look like another
  ["direction-mark", /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  // private use: each system draws its own 外字 there, so no other can show them
  ["gaiji", /\p{Co}/u],
  ["emoji", /\p{Emoji_Presentation}|[\ufe0f\u20e3\u{1f000}-\u{1faff}]/u],
  ["invisible", /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]/u],
];

const ascii = /^[\x20-\x7e]*$/;
const any = new RegExp(kinds.map(([, form]) => form.source).join("|"), "u");

// What nearly all text is made of, none of it ever refused (a test tries each). No code unit of a
// surrogate pair is among it, so each stands for itself.
const other =
  /\r(?!\n)|[^\n\r\x20-\x7e\u2010-\u2027\u2160-\u22ff\u2460-\u24ff\u3000-\u9fff\uf900-\ufaff\uff01-\uffe6]/g;

/**
 * Where, from `from` on, the first character stands that `findCharacterFault` may refuse; Infinity
 * when there is none. Line ends (LF, CRLF) are passed over: so a whole file is judged at once.
 */
export const findUncommon = (text: string, from: number): number => {
  other.lastIndex = from;
  return other.exec(text)?.index ?? Number.POSITIVE_INFINITY;
};

/** The first character of `text` that is refused, and why; null when all may stand. */
export const findCharacterFault = (
  text: string,
): { readonly fault: CharacterFault; readonly character: string } | null => {
  if (ascii.test(text)) return null;
  const character = any.exec(text)?.[0];
  if (character === undefined) return null;
  const fault = kinds.find(([, form]) => form.test(character))?.[0] ?? "broken";
  return { fault, character };
};
