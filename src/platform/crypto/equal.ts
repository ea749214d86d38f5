import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text, "utf8").digest();

/** Compares secrets in a time that tells nothing of where, or in what length, they differ. */
export const isEqual = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
