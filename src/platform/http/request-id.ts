import { randomBytes } from "node:crypto";

/** Crockford's base 32: no I, L, O, U, so that it survives being read out on the telephone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 「お問い合わせ番号」 such as `7K2P-9DQX`: 40 random bits, unique enough for a year's log. */
export const newRequestId = (): string => {
  const letters = [...randomBytes(8)].map((byte) => alphabet.charAt(byte & 31)).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};
