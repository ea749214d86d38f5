import {
  type Expected,
  faultOfAuthenticator,
  faultOfClient,
  guarded,
  library,
  parsers,
  type Refused,
  refused,
} from "./faults.ts";
import { readAttestation, readClientData } from "./response.ts";

/** EdDSA, ES256, RS256 (Windows Hello on older machines). */
export const algorithms = [-8, -7, -257] as const;

export type NewPasskey = {
  readonly credentialId: string;
  /** COSE key, base64url */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** It is not a part of the device that it was registered on. */
  readonly isRoaming: boolean;
  /** Model of the authenticator; all zeros where it does not say. */
  readonly aaguid: string;
  readonly isSyncable: boolean;
  readonly isSynced: boolean;
};
export type Attested = { readonly ok: true; readonly passkey: NewPasskey };

const knownTransports = ["usb", "nfc", "ble", "hybrid", "internal", "smart-card", "cable"];

/**
 * We ask for no attestation and trust none. Whatever statement comes is left out before anybody
 * parses its certificates: leaving it out is what every sender could do as well.
 */
const withoutStatement = async (attestationObject: string) => {
  const { isoCBOR, decodeAttestationObject, isoBase64URL } = await parsers();
  const decoded = decodeAttestationObject(
    new Uint8Array(Buffer.from(attestationObject, "base64url")),
  );
  const authData = decoded.get("authData");
  const bare = new Map<string, unknown>([
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", authData],
  ]);
  return { authData, encoded: isoBase64URL.fromBuffer(isoCBOR.encode(bare as never)) };
};

const checkAttestation = async (
  asked: Expected & { readonly response: string },
): Promise<Attested | Refused> => {
  const answer = readAttestation(asked.response);
  if (!answer) return refused("passkey-malformed");
  const { clientDataJSON, attestationObject, transports } = answer.response;
  const { authData, encoded } = await withoutStatement(attestationObject);
  const parsed = (await parsers()).parseAuthenticatorData(authData);
  const fault =
    faultOfClient(readClientData(clientDataJSON), asked, "webauthn.create") ??
    (await faultOfAuthenticator(parsed, asked));
  if (fault) return refused(fault);
  const { verifyRegistrationResponse } = await library();
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: {
      id: answer.id,
      rawId: answer.rawId,
      type: answer.type,
      response: { clientDataJSON, attestationObject: encoded },
      clientExtensionResults: {},
    },
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.rpId,
    supportedAlgorithmIDs: [...algorithms],
  });
  if (!verified) return refused("passkey-signature");
  const { credential, aaguid } = registrationInfo;
  if (credential.id !== answer.id) return refused("passkey-credential");
  const passkey = {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: credential.counter,
    transports: [...new Set(transports)].filter((one) => knownTransports.includes(one)),
    aaguid,
    isRoaming: answer.authenticatorAttachment === "cross-platform",
    isSyncable: parsed.flags.be,
    isSynced: parsed.flags.bs,
  };
  return { ok: true, passkey };
};

/** A new passkey. Bad input is refused, never thrown. */
export const verifyAttestation = (
  asked: Expected & { readonly response: string },
): Promise<Attested | Refused> => guarded(checkAttestation(asked));
