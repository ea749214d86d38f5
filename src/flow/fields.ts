import { findCharacterFault } from "../kernel/characters.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { foldWidth, unifyHyphens, withoutGaps } from "../kernel/width.ts";
import { type Field, needed } from "./form.ts";

/** Refuses what no field takes: control characters, direction marks, 外字, emoji, broken text. */
export const cleanText = (typed: string): Result<string> => {
  const found = findCharacterFault(typed);
  return found ? refuse(`character-${found.fault}`) : ok(typed);
};

/** Any text up to `max` characters, as typed but for spaces around it. */
export const line = (max: number): Field<string> =>
  needed((typed) => {
    const text = typed.trim();
    const length = [...text].length;
    return length > max ? refuse("too-long", { max, length }) : cleanText(text);
  });

/** Digits in any width, with or without hyphens and spaces: exactly `count` of them. */
export const digits = (count: number): Field<string> =>
  needed((typed) => {
    const text = withoutGaps(unifyHyphens(foldWidth(typed), ""));
    const clean = cleanText(text);
    if (!clean.ok) return clean;
    if (!/^\d*$/.test(text)) return refuse("not-digits", { count });
    return text.length === count ? ok(text) : refuse("digit-count", { count, length: text.length });
  });

const address = /^[a-z0-9.!#$%&'*+/=?^_{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/**
 * A mail address as it can be sent to: full-width letters folded, ASCII only, 254 characters at
 * most (RFC 5321 §4.5.3.1). Some mobile carriers allow dots that the standard does not, such as
 * `a..b@` and `a.@`: their owners must get in too.
 */
export const mailAddress: Field<string> = needed((typed) => {
  const text = foldWidth(typed).trim();
  const clean = cleanText(text);
  if (!clean.ok) return clean;
  if (text.length > 254) return refuse("too-long", { max: 254, length: text.length });
  if (!text.includes("@")) return refuse("mail-without-at");
  if (/\s/.test(text)) return refuse("mail-with-space");
  const [local = ""] = text.split("@");
  return address.test(text) && local.length <= 64 ? ok(text) : refuse("mail-form");
});

/** A password exactly as typed; empty is refused, and what cannot be typed again; nothing is trimmed. */
export const password: Field<string> = (typed) => {
  if (typed === "") return refuse("empty");
  // Far beyond every policy: only to bound the work of hashing.
  if (typed.length > 256) return refuse("too-long", { max: 256, length: typed.length });
  return cleanText(typed);
};
