import { verifyAttestation } from "../../src/identity/methods/passkey/verify/index.ts";
import { hashCode } from "../../src/identity/methods/recovery-codes/sealed.ts";
import { bytesOfUuid, type FactorId, type Id } from "../../src/kernel/ids.ts";
import type { Row } from "../any-order/memory.ts";
import { type Authenticator, softwareAuthenticator } from "../authenticators/passkey.ts";

// What an account may have enrolled before a story, or elsewhere in its middle.

export const devices = {
  "totp phone": "NB2W45DFOIZGMZ3TMFWXA3DFNZQW2ZJA",
  "totp tablet": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
} as const;

/** Ten are made in truth; so few are used up in a story. */
export const paperCodes = ["abcde-fghij", "kmnpq-rstuv", "wxyz2-34567"] as const;

export const enrolledNames = [
  "totp phone",
  "totp tablet",
  "passkey phone",
  "passkey key",
  "mail-otp",
  "recovery-codes",
] as const;
export type Enrolled = (typeof enrolledNames)[number];

/** A factor that is in the world from its beginning keeps its id, also when it comes back. */
export const factorIdOf = (one: Enrolled): FactorId =>
  `00000000-0000-7000-8000-0000000000a${enrolledNames.indexOf(one)}` as FactorId;

const site = { origin: "https://kenpo.example", rpId: "kenpo.example" };
const challenge = Buffer.alloc(32, 7).toString("base64url");

/** A passkey of the account in an authenticator of its own. */
export const newPasskey = (accountId: Id<string>, given = challenge) => {
  const authenticator = softwareAuthenticator({ origin: site.origin });
  const user = { id: bytesOfUuid(accountId).toString("base64url") };
  const response = authenticator.create({ challenge: given, rp: { id: site.rpId }, user });
  const { id: credentialId } = JSON.parse(response) as { id: string };
  return { authenticator, response, credentialId };
};

const made = async () => {
  const own = newPasskey("00000000-0000-7000-8000-000000000004" as Id<string>);
  const verified = await verifyAttestation({ response: own.response, challenge, ...site });
  if (!verified.ok) throw new Error("the authenticator's own passkey was refused");
  return { ...own, passkey: verified.passkey };
};

/** Made once: a story's keys cost more than the story. */
const passkeys = { "passkey phone": await made(), "passkey key": await made() };

/** By their credentials. */
export const authenticators: ReadonlyMap<string, Authenticator> = new Map(
  Object.values(passkeys).map(({ credentialId, authenticator }) => [credentialId, authenticator]),
);

const detailOf = (one: Enrolled): readonly [table: string, row: Row] | null => {
  const id = { factor_id: factorIdOf(one) };
  if (one === "totp phone" || one === "totp tablet")
    return ["totp_device", { ...id, seed: devices[one], last_step: -1 }];
  if (one === "recovery-codes")
    return [
      "recovery_codes",
      { ...id, codes: JSON.stringify(paperCodes.map(hashCode)), codes_left: paperCodes.length },
    ];
  if (one === "mail-otp") return null;
  const { credentialId, publicKey, counter, transports, isSyncable } = passkeys[one].passkey;
  return [
    "passkey",
    {
      ...id,
      credential_id: credentialId,
      public_key: publicKey,
      counter,
      transports,
      is_syncable: isSyncable,
      rp_id: site.rpId,
    },
  ];
};

/** The rows of some, by their tables. */
export const enrolledRows = (
  all: readonly Enrolled[],
  accountId: Id<string>,
  at: string,
): Record<string, readonly Row[]> => {
  const tables: Record<string, Row[]> = {};
  const add = (table: string, row: Row) => {
    tables[table] = [...(tables[table] ?? []), row];
  };
  for (const one of all) {
    const [method] = one.split(" ");
    const header = { id: factorIdOf(one), account_id: accountId, method, name: one };
    add("factor", { ...header, added_at: at, used_at: null });
    const detail = detailOf(one);
    if (detail) add(...detail);
  }
  return tables;
};
