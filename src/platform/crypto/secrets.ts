import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { isEqual } from "./equal.ts";
import { type Keyring, keyringOf } from "./keyring.ts";
import type { Purpose, Secrets } from "./types.ts";

const cipher = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;
const leastBytes = 32;
/** 48 bits: an online forger would need 10^14 tries. */
const leastMacStart = 8;

/** The bytes of a KENPO_SECRET, or undefined when it is no base64 of 32 bytes or more. */
export const secretBytes = (base64: string): Buffer | undefined => {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  return bytes.length >= leastBytes ? bytes : undefined;
};

/**
 * `keyId.base64url(nonce ‖ ciphertext ‖ tag)`. A random nonce of 96 bits is safe for 2³² texts a
 * key (NIST SP 800-38D §8.3), more than any installation mails in its life.
 */
const sealWith = (ring: Keyring, purpose: Purpose, about: string, plain: string): string => {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, ring.sealingKey(purpose), nonce);
  sealing.setAAD(Buffer.from(about, "utf8"));
  const sealed = [nonce, sealing.update(plain, "utf8"), sealing.final(), sealing.getAuthTag()];
  return `${ring.id}.${Buffer.concat(sealed).toString("base64url")}`;
};

const openWith = (ring: Keyring, purpose: Purpose, about: string, sealed: string): string => {
  const bytes = Buffer.from(sealed.slice(ring.id.length + 1), "base64url");
  if (bytes.length < nonceBytes + tagBytes) throw new Error("sealed text is cut off");
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(bytes.length - tagBytes);
  // The length is named: otherwise Node also takes tags of 4 bytes.
  const opening = createDecipheriv(cipher, ring.sealingKey(purpose), nonce, {
    authTagLength: tagBytes,
  });
  opening.setAAD(Buffer.from(about, "utf8"));
  opening.setAuthTag(tag);
  const body = bytes.subarray(nonceBytes, bytes.length - tagBytes);
  return Buffer.concat([opening.update(body), opening.final()]).toString("utf8");
};

/**
 * @param current  KENPO_SECRET: seals and signs
 * @param previous KENPO_SECRET_PREVIOUS: still opens and verifies
 * @throws RangeError when a secret is shorter than 32 bytes
 */
export const openSecrets = (current: Buffer, previous: readonly Buffer[] = []): Secrets => {
  if ([current, ...previous].some((secret) => secret.length < leastBytes))
    throw new RangeError("a secret has fewer than 32 bytes");
  const ring = keyringOf(current);
  const earlier = previous.map(keyringOf);
  const rings = [ring, ...earlier];
  return {
    seal: (purpose, about, plain) => sealWith(ring, purpose, about, plain),
    open: (purpose, about, sealed) => {
      const sealer = rings.find(({ id }) => sealed.startsWith(`${id}.`));
      if (!sealer) throw new Error("sealed with an unknown key");
      return openWith(sealer, purpose, about, sealed);
    },
    mac: ring.mac,
    isMac: (purpose, text, mac) => rings.some((one) => isEqual(one.mac(purpose, text), mac)),
    isMacStart: (purpose, text, start) => {
      if (start.length < leastMacStart) return false;
      const starts = rings.map((one) => one.mac(purpose, text).slice(0, start.length));
      return starts.some((one) => isEqual(one, start));
    },
    streamKey: (keyId, about) => rings.find(({ id }) => id === keyId)?.streamKey(about),
    keyId: ring.id,
    keyIds: rings.map(({ id }) => id),
    checkValue: ring.checkValue,
    earlierCheckValues: earlier.map(({ checkValue }) => checkValue),
  };
};
