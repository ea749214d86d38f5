import { createHmac } from "node:crypto";
import { epochMsOf, type Instant } from "../../src/kernel/time.ts";

// An authenticator app of our own, after RFC 4226, RFC 6238 and RFC 4648 §6: the portal verifies
// with another implementation, so that the two check each other.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** @throws when it is no base32: an app would refuse it too */
export const bytesOfBase32 = (text: string): Buffer => {
  const letters = text.replace(/=+$/, "");
  if (!/^[A-Z2-7]+$/.test(letters)) throw new Error(`no base32: ${text}`);
  const bits = [...letters]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

type Kind = {
  readonly digits?: number;
  readonly algorithm?: "sha1" | "sha256" | "sha512";
};

/** RFC 4226 §5.3. */
export const hotp = (
  key: Uint8Array,
  counter: number,
  { digits = 6, algorithm = "sha1" }: Kind = {},
): string => {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, key).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
};

/** RFC 6238 §4.2, steps of 30 s. */
export const totp = (key: Uint8Array, at: Instant, kind?: Kind): string =>
  hotp(key, Math.floor(epochMsOf(at) / 30_000), kind);

/** What an app shows at that moment, of a key that was typed into it. */
export const codeOf = (key: string, at: Instant): string => totp(bytesOfBase32(key), at);

const element = (html: string, pattern: RegExp): string => {
  const [, inside] = pattern.exec(html) ?? [];
  if (inside === undefined) throw new Error(`the page has no ${pattern}`);
  return inside;
};

/** The key as somebody types it who reads the page: groups of four, one after the other. */
export const keyOnPage = (html: string): string => {
  const groups = element(html, /<p class="key">(.*?)<\/p>/s).matchAll(/<span>([^<]*)<\/span>/g);
  return [...groups].map(([, group = ""]) => group).join("");
};

/** The link for the phone itself, as its browser hands it to the app. */
export const linkOnPage = (html: string): string =>
  element(html, /<a href="(otpauth:[^"]*)"/).replaceAll("&amp;", "&");

export type Entry = {
  readonly issuer: string;
  readonly account: string;
  readonly key: string;
};

/**
 * An `otpauth://` address as the strictest of the apps read it: the path is decoded first and then
 * parted at its first colon (FreeOTP); „+“ is no space (Microsoft Authenticator); both issuers must
 * be the same, and only SHA-1, 6 digits, 30 s are sure everywhere (Google Authenticator).
 * @throws when one of them would not take it
 */
export const entryOf = (address: string): Entry => {
  const [, label = "", query = ""] = /^otpauth:\/\/totp\/([^?]+)\?(.+)$/.exec(address) ?? [];
  const pairs = query.split("&").map((pair) => pair.split("=").map(decodeURIComponent));
  const { secret = "", issuer = "", ...kind } = Object.fromEntries(pairs);
  const parts = decodeURIComponent(label).split(":");
  const problems = [
    parts.length !== 2 && "a label of issuer and account",
    parts[0] !== issuer && "one issuer",
    address.includes("+") && "no +",
    /[^\x21-\x7e]/.test(address) && "ASCII alone",
    !/^[A-Z2-7]{32}$/.test(secret) && "160 bits without padding",
    !/^(SHA1)?$/.test(kind.algorithm ?? "") && "SHA1",
    !/^(6)?$/.test(kind.digits ?? "") && "6 digits",
    !/^(30)?$/.test(kind.period ?? "") && "30 seconds",
  ].filter(Boolean);
  if (problems.length > 0) throw new Error(`${address} lacks: ${problems.join(", ")}`);
  return { issuer, account: parts[1] ?? "", key: secret };
};
