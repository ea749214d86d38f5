/**
 * Keys come from KENPO_SECRET by HKDF-SHA256, one subkey a purpose. The key's id stands before
 * every ciphertext, so that a later secret can still open what an earlier one sealed.
 */
export type Purpose =
  | "form-token"
  | "mail-body"
  | "flow-state"
  | "throttle"
  | "audit-root"
  | "link"
  | "continuation"
  | "session"
  | "printed"
  | "temporary-password"
  | "letter"
  | "mail-code"
  | "totp-seed"
  | "bounce"
  | "backup"
  | "passkey-challenge"
  | "kept-form"
  | "recovery-codes";

export type Secrets = {
  /** AES-256-GCM; `about` (ids of the row) is bound to it, so a ciphertext cannot be moved. */
  readonly seal: (purpose: Purpose, about: string, plain: string) => string;
  /** @throws when the key is unknown, or the text or `about` was altered */
  readonly open: (purpose: Purpose, about: string, sealed: string) => string;
  /** HMAC-SHA256, base64url. */
  readonly mac: (purpose: Purpose, text: string) => string;
  /** Whether `mac` is this text's, under the current or an earlier secret; in constant time. */
  readonly isMac: (purpose: Purpose, text: string, mac: string) => boolean;
  /**
   * Whether this text's `mac` begins so, where a whole one has no room: 8 characters (48 bits) or
   * more. Under the current or an earlier secret; in constant time.
   */
  readonly isMacStart: (purpose: Purpose, text: string, start: string) => boolean;
  /**
   * 32 bytes for what is too long for `seal`. `about` never comes twice, so that each key seals one
   * thing. Undefined: no secret of that id is known.
   */
  readonly streamKey: (keyId: string, about: string) => Buffer | undefined;
  /** Stands before what `seal` makes now: what begins otherwise is to be sealed anew. */
  readonly keyId: string;
  /** The same of every secret that still opens and verifies, the current one first. */
  readonly keyIds: readonly string[];
  /** A short value for the database: a wrong KENPO_SECRET is refused at the start. */
  readonly checkValue: string;
  /** The same of KENPO_SECRET_PREVIOUS: a change of the secret is told from a wrong one. */
  readonly earlierCheckValues: readonly string[];
};

/** A bearer secret: 256 random bits as base64url for its holder, SHA-256 of it for the table. */
export type Token = { readonly text: string; readonly hash: string };
