import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import type { FieldRefusals, Typed } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { readCookie, typedName, writeCookie } from "../../../platform/http/cookies.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import { fieldLengths, longestText } from "./fields.ts";

/** A form that was refused: what was typed, and why. */
type Draft = { readonly typed: Typed; readonly refusals: FieldRefusals };

/** What was received, for the page after it. */
type Receipt = {
  readonly reference: string;
  /** Code of the society. */
  readonly society: string;
  readonly address: string;
};

// A cookie holds 4096 characters, name and all, and proxies answer an error to heads of some thousand.
// Compressed, 1000 Japanese letters are far from it.
const longest = 2600;
const seconds = 600;
const draftCookie = typedName("contact");
const receiptCookie = typedName("contact-sent");
const about = (c: WebContext, what: string) => `${what} ${c.get("request").browser.token}`;

const seal = (c: WebContext, secrets: Secrets, { name, kept }: Keeping): string => {
  const packed = brotliCompressSync(JSON.stringify(kept)).toString("base64");
  return secrets.seal("continuation", about(c, name), packed);
};

type Keeping = { readonly name: string; readonly kept: unknown };

const leave = (c: WebContext, name: string, value: string) =>
  writeCookie(c, { name, value, seconds }, c.get("request").browser.secure);

const read = <T>(c: WebContext, secrets: Secrets, name: string): T | null => {
  const sealed = readCookie(c, name, c.get("request").browser.secure);
  if (!sealed) return null;
  try {
    const packed = Buffer.from(secrets.open("continuation", about(c, name), sealed), "base64");
    return JSON.parse(brotliDecompressSync(packed).toString());
  } catch {
    // Another browser's, cut off, or of a key long gone: nothing is said.
    return null;
  }
};

const forget = (c: WebContext, name: string) => {
  const { secure } = c.get("request").browser;
  if (readCookie(c, name, secure)) writeCookie(c, { name, value: "", seconds: 0 }, secure);
};

const shortened = ({ typed, refusals }: Draft, most: number): Draft => {
  const text = [...(typed.text ?? "")];
  if (text.length <= most) return { typed, refusals };
  // Never silently: what is left of it is shown beside these words.
  const cut = refuse("cut", { max: longestText });
  return {
    typed: { ...typed, text: text.slice(0, most).join("") },
    refusals: { ...refusals, text: cut },
  };
};

/** Sealed to this browser until its page was shown: the next one at it reads nothing. */
export const leaveDraft = (c: WebContext, secrets: Secrets, { typed, refusals }: Draft): void => {
  const fields = Object.entries(fieldLengths).map(([name, most]) => [
    name,
    [...(typed[name] ?? "")].slice(0, most).join(""),
  ]);
  const whole = { typed: { ...Object.fromEntries(fields), text: typed.text ?? "" }, refusals };
  const sealedWith = (most: number) =>
    seal(c, secrets, { name: draftCookie, kept: shortened(whole, most) });
  let most: number = fieldLengths.text;
  let sealed = sealedWith(most);
  // What does not shrink, such as letters at random: as much of it as fits.
  while (sealed.length > longest && most > 0) {
    most = Math.floor(most * 0.8);
    sealed = sealedWith(most);
  }
  leave(c, draftCookie, sealed);
};

export const takeDraft = (c: WebContext, secrets: Secrets): Draft | null => {
  const draft = read<Draft>(c, secrets, draftCookie);
  forget(c, draftCookie);
  return draft;
};

/** For ten minutes, so that going back and reloading work. */
export const leaveReceipt = (c: WebContext, secrets: Secrets, receipt: Receipt): void =>
  leave(c, receiptCookie, seal(c, secrets, { name: receiptCookie, kept: receipt }));

export const receiptOf = (c: WebContext, secrets: Secrets): Receipt | null =>
  read<Receipt>(c, secrets, receiptCookie);
