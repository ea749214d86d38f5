import { generateKeyPairSync } from "node:crypto";
import { type AccountId, asId, type FactorId, uuidOfBytes } from "../../../kernel/ids.ts";
import type { StoredPasskey } from "../../methods/passkey/index.ts";

/** COSE (RFC 9053 §7.1) of a P-256 key: {1: 2, 3: -7, -1: 1, -2: x, -3: y} */
const coseOf = (x: string, y: string): string => {
  const bytes = (text: string) => Buffer.from(text, "base64url");
  const head = (label: number) => Buffer.from([label, 0x58, 32]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    ...[head(0x21), bytes(x), head(0x22), bytes(y)],
  ]).toString("base64url");
};

/** A key whose other half is thrown away at once. */
const publicKey = (() => {
  const { x = "", y = "" } = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
    format: "jwk",
  });
  return coseOf(x, y);
})();

type Answer = { readonly id: string; readonly response: { readonly userHandle?: string | null } };

/**
 * What an answer by an unknown passkey is held against: it fits in all but the signature, so that
 * its refusal costs what a known one's does.
 */
export const nobodysPasskey = (
  answer: Answer | null,
): { readonly stored: StoredPasskey; readonly accountId: AccountId } => ({
  stored: { credentialId: answer?.id ?? "", publicKey, counter: 0, isSyncable: true },
  accountId: uuidOfBytes(Buffer.from(answer?.response.userHandle ?? "", "base64url")) as AccountId,
});

/** Ids that are nobody's: to be asked for where somebody's would be, with the same work. */
export const nobody: { readonly accountId: AccountId; readonly factorId: FactorId } = {
  accountId: asId("00000000-0000-7000-8000-000000000000"),
  factorId: asId("00000000-0000-7000-8000-000000000000"),
};
