import { createHash, randomBytes } from "node:crypto";
import type { Token } from "./types.ts";

/**
 * What the table keeps of a bearer secret: SHA-256, base64url, 43 characters. A plain hash is
 * enough, because 256 random bits cannot be guessed; never use it for what a person chose.
 */
export const hashToken = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("base64url");

/** A new bearer secret of 256 random bits (43 characters). Its text is shown once and not kept. */
export const newToken = (): Token => {
  const text = randomBytes(32).toString("base64url");
  return { text, hash: hashToken(text) };
};
