import { createHash, randomBytes } from "node:crypto";
import { type Cbor, cbor } from "./cbor.ts";
import { type Algorithm, type Keys, newKeys } from "./keys.ts";

// A browser with an authenticator, in software: answers WebAuthn's options as JSON (WebAuthn L3
// §5.1.8), honestly, or with one thing forged.

/** What the page's `data-options` holds, as far as an authenticator looks at it. */
export type CreateOptions = {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
  readonly excludeCredentials?: readonly { readonly id: string }[];
};
export type GetOptions = {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
};

export type Forgery = {
  readonly type?: string;
  readonly challenge?: string;
  readonly origin?: string;
  readonly crossOrigin?: boolean;
  readonly rpId?: string;
  /** base64url; null: none, as some security keys answer */
  readonly userHandle?: string | null;
  /** UP, UV, BE, BS; what is not said stays as it is. */
  readonly flags?: Partial<Flags>;
  readonly counter?: number;
  readonly credentialId?: string;
  /** Signed by a key that was never registered. */
  readonly isForeignKey?: boolean;
};

type Flags = {
  readonly up: boolean;
  readonly uv: boolean;
  readonly be: boolean;
  readonly bs: boolean;
};

type Made = {
  readonly id: string;
  readonly keys: Keys;
  readonly rpId: string;
  readonly userHandle: string;
  counter: number;
};

type About = {
  /** As the browser's address line says. */
  readonly origin: string;
  readonly algorithm?: Algorithm;
  readonly aaguid?: string;
  /** Counts its signatures, as security keys do; passkeys that are synchronised do not. */
  readonly isCounting?: boolean;
  readonly isSyncable?: boolean;
  readonly isSynced?: boolean;
};

export type Authenticator = {
  readonly create: (options: CreateOptions | string, forgery?: Forgery) => string;
  readonly get: (options: GetOptions | string, forgery?: Forgery) => string;
};

const base64url = (bytes: Buffer) => bytes.toString("base64url");
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const parsed = <T>(options: T | string): T =>
  typeof options === "string" ? (JSON.parse(options) as T) : options;

const flagsOf = ({ up, uv, be, bs }: Flags, attested: boolean) =>
  Number(up) | (Number(uv) << 2) | (Number(be) << 3) | (Number(bs) << 4) | (Number(attested) << 6);

/** Where the page claims to be. */
const clientData = (
  { type, challenge, origin }: { type: string; challenge: string; origin: string },
  forgery: Forgery,
): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: forgery.type ?? type,
      challenge: forgery.challenge ?? challenge,
      origin: forgery.origin ?? origin,
      crossOrigin: forgery.crossOrigin ?? false,
    }),
  );

/** @returns what a member's phone, security key or password manager would do */
export const softwareAuthenticator = (about: About): Authenticator => {
  const { origin, algorithm = "ES256", isCounting = false } = about;
  const { aaguid = "00000000-0000-0000-0000-000000000000" } = about;
  const { isSyncable = !isCounting, isSynced = isSyncable } = about;
  const all: Made[] = [];
  const honest: Flags = { up: true, uv: true, be: isSyncable, bs: isSynced };

  const authenticatorData = (made: Made, forgery: Forgery, attested: Buffer | null) => {
    if (isCounting) made.counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(forgery.counter ?? made.counter);
    const flags = flagsOf({ ...honest, ...forgery.flags }, attested !== null);
    const hash = sha256(forgery.rpId ?? made.rpId);
    return Buffer.concat([hash, Buffer.from([flags]), counter, attested ?? Buffer.alloc(0)]);
  };

  const answer = (made: Made, forgery: Forgery, response: object) => {
    const id = forgery.credentialId ?? made.id;
    const rest = { type: "public-key", clientExtensionResults: {} };
    return JSON.stringify({ id, rawId: id, response, ...rest });
  };

  const create: Authenticator["create"] = (given, forgery = {}) => {
    const { challenge, rp, user, excludeCredentials = [] } = parsed(given);
    if (excludeCredentials.some(({ id }) => all.some((one) => one.id === id)))
      throw new Error("InvalidStateError");
    const id = randomBytes(32);
    const keys = newKeys(algorithm);
    const made = { id: base64url(id), keys, rpId: rp.id, userHandle: user.id, counter: 0 };
    all.push(made);
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const model = Buffer.from(aaguid.replaceAll("-", ""), "hex");
    const authData = authenticatorData(
      made,
      forgery,
      Buffer.concat([model, length, id, keys.cose]),
    );
    const attestation = new Map<string, Cbor>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", authData],
    ]);
    return answer(made, forgery, {
      clientDataJSON: base64url(
        clientData({ type: "webauthn.create", challenge, origin }, forgery),
      ),
      attestationObject: base64url(cbor(attestation)),
      transports: isCounting ? ["usb", "nfc"] : ["internal", "hybrid"],
    });
  };

  const get: Authenticator["get"] = (given, forgery = {}) => {
    const { challenge, rpId, allowCredentials = [] } = parsed(given);
    const isAllowed = ({ id }: Made) =>
      allowCredentials.length === 0 || allowCredentials.some((one) => one.id === id);
    const made = all.findLast((one) => one.rpId === rpId && isAllowed(one));
    if (!made) throw new Error("NotAllowedError");
    const client = clientData({ type: "webauthn.get", challenge, origin }, forgery);
    const authData = authenticatorData(made, forgery, null);
    const keys = forgery.isForeignKey ? newKeys(algorithm) : made.keys;
    const handle = forgery.userHandle === undefined ? made.userHandle : forgery.userHandle;
    return answer(made, forgery, {
      clientDataJSON: base64url(client),
      authenticatorData: base64url(authData),
      signature: base64url(keys.sign(Buffer.concat([authData, sha256(client)]))),
      ...(handle === null ? {} : { userHandle: handle }),
    });
  };

  return { create, get };
};
