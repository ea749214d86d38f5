import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Cbor, cbor } from "./cbor.ts";

export type Algorithm = "ES256" | "Ed25519" | "RS256";

const pairs = {
  ES256: () => generateKeyPairSync("ec", { namedCurve: "P-256" }),
  Ed25519: () => generateKeyPairSync("ed25519"),
  RS256: () => generateKeyPairSync("rsa", { modulusLength: 2048 }),
} satisfies Record<Algorithm, () => { publicKey: KeyObject; privateKey: KeyObject }>;

/** COSE keys (RFC 9053 §7, RFC 8230 §4): kty, alg, then the key's own parts. */
const coseOf = (algorithm: Algorithm, key: KeyObject): Buffer => {
  const jwk = key.export({ format: "jwk" });
  const part = (text = "") => Buffer.from(text, "base64url");
  const parts: Record<Algorithm, readonly (readonly [number, Cbor])[]> = {
    ES256: [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, part(jwk.x)],
      [-3, part(jwk.y)],
    ],
    Ed25519: [
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, part(jwk.x)],
    ],
    RS256: [
      [1, 3],
      [3, -257],
      [-1, part(jwk.n)],
      [-2, part(jwk.e)],
    ],
  };
  return cbor(new Map(parts[algorithm]));
};

export type Keys = { readonly cose: Buffer; readonly sign: (data: Buffer) => Buffer };

export const newKeys = (algorithm: Algorithm): Keys => {
  const { publicKey, privateKey } = pairs[algorithm]();
  const hash = algorithm === "Ed25519" ? null : "sha256";
  return { cose: coseOf(algorithm, publicKey), sign: (data) => sign(hash, data, privateKey) };
};
