import type { FieldRefusals, Typed } from "../../../flow/index.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { readCookie, writeCookie } from "../../../platform/http/cookies.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import { fieldLengths } from "./fields.ts";

/** A form that was refused: what was typed, and why. */
export type Draft = { readonly typed: Typed; readonly refusals: FieldRefusals };

/** What was received, for the page after it. */
export type Receipt = {
  readonly reference: string;
  /** Code of the society. */
  readonly society: string;
  readonly address: string;
};

// A cookie holds 4096 characters, name and all; a text of 1000 Japanese letters sealed is longer.
const slice = 3000;
const slices = [0, 1, 2];
const seconds = 600;
const about = (c: WebContext, what: string) => `${what} ${c.get("request").browser.token}`;

const leave = (c: WebContext, secrets: Secrets, what: string, kept: unknown) => {
  const sealed = secrets.seal("continuation", about(c, what), JSON.stringify(kept));
  for (const i of slices) {
    const value = sealed.slice(i * slice, (i + 1) * slice);
    const cookie = { name: `${what}-${i}`, value, seconds: value === "" ? 0 : seconds };
    if (value !== "" || i > 0) writeCookie(c, cookie, c.get("request").browser.secure);
  }
};

const read = <T>(c: WebContext, secrets: Secrets, what: string): T | null => {
  const { secure } = c.get("request").browser;
  const sealed = slices.map((i) => readCookie(c, `${what}-${i}`, secure) ?? "").join("");
  if (sealed === "") return null;
  try {
    return JSON.parse(secrets.open("continuation", about(c, what), sealed));
  } catch {
    // Another browser's, cut off, or of a key long gone: nothing is said.
    return null;
  }
};

const forget = (c: WebContext, what: string) => {
  const { secure } = c.get("request").browser;
  for (const i of slices) {
    const name = `${what}-${i}`;
    if (readCookie(c, name, secure)) writeCookie(c, { name, value: "", seconds: 0 }, secure);
  }
};

/** Sealed to this browser until its page was shown: the next one at it reads nothing. */
export const leaveDraft = (c: WebContext, secrets: Secrets, { typed, refusals }: Draft): void => {
  const kept = Object.fromEntries(
    Object.entries(fieldLengths).map(([name, most]) => [
      name,
      [...(typed[name] ?? "")].slice(0, most).join(""),
    ]),
  );
  leave(c, secrets, "contact", { typed: kept, refusals });
};

export const takeDraft = (c: WebContext, secrets: Secrets): Draft | null => {
  const draft = read<Draft>(c, secrets, "contact");
  forget(c, "contact");
  return draft;
};

/** For ten minutes, so that going back and reloading work. */
export const leaveReceipt = (c: WebContext, secrets: Secrets, receipt: Receipt): void =>
  leave(c, secrets, "contact-sent", receipt);

export const receiptOf = (c: WebContext, secrets: Secrets): Receipt | null =>
  read<Receipt>(c, secrets, "contact-sent");
