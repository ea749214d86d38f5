import { createHmac, hkdfSync } from "node:crypto";
import type { Purpose } from "./types.ts";

/** Everything that is derived from one KENPO_SECRET. */
export type Keyring = {
  /** 8 characters that name the secret and tell nothing of it. */
  readonly id: string;
  readonly checkValue: string;
  readonly sealingKey: (purpose: Purpose) => Buffer;
  readonly mac: (purpose: Purpose, text: string) => string;
  readonly streamKey: (about: string) => Buffer;
};

/** Sealing and signing never share a key, nor do two purposes. */
const derive = (secret: Buffer, info: string, bytes: number) =>
  Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), `kenpo/1/${info}`, bytes));

const remembered = <Key, Value>(make: (key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key: Key): Value => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
};

/** @param secret 32 bytes or more, from a random source */
export const keyringOf = (secret: Buffer): Keyring => {
  const macKey = remembered((purpose: Purpose) => derive(secret, `mac/${purpose}`, 32));
  return {
    id: derive(secret, "key-id", 6).toString("base64url"),
    checkValue: derive(secret, "check-value", 16).toString("base64url"),
    sealingKey: remembered((purpose: Purpose) => derive(secret, `seal/${purpose}`, 32)),
    mac: (purpose, text) => createHmac("sha256", macKey(purpose)).update(text).digest("base64url"),
    streamKey: (about) => derive(secret, `stream/${about}`, 32),
  };
};
