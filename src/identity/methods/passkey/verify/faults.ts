import type { ClientData } from "./response.ts";

// パスキー: whether an answer was made by the passkey that it should be (WebAuthn L3 §7.1, §7.2).

/** For the audit; a page says none of them. */
export type PasskeyFault =
  | "passkey-malformed"
  | "passkey-type"
  | "passkey-challenge"
  | "passkey-origin"
  | "passkey-rp-id"
  /** UP 0: nobody touched it */
  | "passkey-absent"
  /** UV 0: no fingerprint, face or PIN */
  | "passkey-unverified"
  | "passkey-user-handle"
  | "passkey-credential"
  | "passkey-signature"
  /** It goes back, or stands still: a copy of the authenticator was used (§6.1.1). */
  | "passkey-counter"
  /** BS without BE, or another BE than at registration (§6.1.3). */
  | "passkey-backup";

export type Refused = { readonly ok: false; readonly reason: PasskeyFault };
export const refused = (reason: PasskeyFault): Refused => ({ ok: false, reason });

/** What was asked, and where: never from the request. */
export type Expected = {
  /** base64url */
  readonly challenge: string;
  /** Of the entrance. */
  readonly origin: string;
  readonly rpId: string;
};

// A third of a second and its memory: only processes that meet a passkey load it.
export const library = () => import("@simplewebauthn/server");
export const parsers = () => import("@simplewebauthn/server/helpers");

/** Loads what judges, so that no transaction waits for it. */
export const warmUp = async (): Promise<void> => {
  await Promise.all([library(), parsers()]);
};

/** What the browser says of the page that asked. */
export const faultOfClient = (
  data: ClientData | null,
  { challenge, origin }: Expected,
  type: string,
): PasskeyFault | null => {
  if (!data) return "passkey-malformed";
  if (data.type !== type) return "passkey-type";
  if (data.challenge !== challenge) return "passkey-challenge";
  // We are in nobody's frame: whoever says so shows our page inside another.
  const isFramed = data.crossOrigin === true || data.topOrigin !== undefined;
  return data.origin !== origin || isFramed ? "passkey-origin" : null;
};

export type Flags = {
  readonly up: boolean;
  readonly uv: boolean;
  readonly be: boolean;
  readonly bs: boolean;
};
type Parsed = { readonly flags: Flags; readonly rpIdHash: Uint8Array };

/** What the authenticator says before any signature. */
export const faultOfAuthenticator = async (
  { flags, rpIdHash }: Parsed,
  { rpId }: Expected,
): Promise<PasskeyFault | null> => {
  const { toHash } = await parsers();
  const expected = await toHash(rpId);
  if (!Buffer.from(rpIdHash).equals(Buffer.from(expected))) return "passkey-rp-id";
  if (!flags.up) return "passkey-absent";
  if (!flags.uv) return "passkey-unverified";
  return flags.bs && !flags.be ? "passkey-backup" : null;
};

/** Whatever the library meets in what was sent is the sender's fault, never ours. */
export const guarded = async <T>(check: Promise<T>): Promise<T | Refused> => {
  try {
    return await check;
  } catch {
    return refused("passkey-malformed");
  }
};
