import { HOTP, Secret } from "otpauth";
import { isEqual } from "../../../platform/crypto/equal.ts";
import { codeDigits, seedBytes } from "./rules.ts";

/** A new seed: 160 random bits as base32, 32 characters. */
export const newSeed = (): string => new Secret({ size: seedBytes }).base32;

/** Whether a typed code is the one of a step; compared in constant time. */
export const codesOf = (seed: string, typed: string): ((step: number) => boolean) => {
  const secret = Secret.fromBase32(seed);
  return (counter) => isEqual(HOTP.generate({ secret, counter, digits: codeDigits }), typed);
};
