// Between JSON as the server writes and reads it (WebAuthn L3 §5.1.8) and what browsers take: older
// ones cannot convert by themselves.

type Descriptor = { id: string; type: "public-key"; transports?: AuthenticatorTransport[] };
export type Options = {
  challenge: string;
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: Descriptor[];
  allowCredentials?: Descriptor[];
};

const bytes = (text: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
};

const text = (buffer: ArrayBuffer): string => {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};

const descriptors = (list: readonly Descriptor[] = []) =>
  list.map((one) => ({ ...one, id: bytes(one.id) }));

export const createOptions = (options: Options) => {
  const { challenge, user, excludeCredentials } = options;
  return {
    ...options,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user?.id ?? "") },
    excludeCredentials: descriptors(excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
};

export const getOptions = (options: Options): PublicKeyCredentialRequestOptions => ({
  ...options,
  challenge: bytes(options.challenge),
  allowCredentials: descriptors(options.allowCredentials),
});

type Made = AuthenticatorAttestationResponse & { getTransports?: () => string[] };

const created = (response: Made) => ({
  attestationObject: text(response.attestationObject),
  // Not in Safari 13 and Chrome 69.
  transports: response.getTransports ? response.getTransports() : [],
});

const got = ({ authenticatorData, signature, userHandle }: AuthenticatorAssertionResponse) => ({
  authenticatorData: text(authenticatorData),
  signature: text(signature),
  // Some security keys say none; some browsers make it empty then.
  userHandle: userHandle?.byteLength ? text(userHandle) : null,
});

/** What the hidden field carries. */
export const answerOf = (credential: PublicKeyCredential): string => {
  const response = credential.response as Made & AuthenticatorAssertionResponse;
  const id = text(credential.rawId);
  const own = response.attestationObject ? created(response) : got(response);
  return JSON.stringify({
    id,
    rawId: id,
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || null,
    response: { clientDataJSON: text(response.clientDataJSON), ...own },
  });
};
