import { type AccountId, bytesOfUuid } from "../../../../kernel/ids.ts";
import {
  type Expected,
  type Flags,
  faultOfAuthenticator,
  faultOfClient,
  guarded,
  library,
  type PasskeyFault,
  parsers,
  type Refused,
  refused,
} from "./faults.ts";
import { type AssertionResponse, readAssertion, readClientData } from "./response.ts";

export type StoredPasskey = {
  readonly credentialId: string;
  /** COSE key, base64url */
  readonly publicKey: string;
  readonly counter: number;
  readonly isSyncable: boolean;
};

export type Assertion = Expected & {
  /** JSON as the page's script sends it. */
  readonly response: string;
  readonly stored: StoredPasskey;
  /** The account that the stored passkey belongs to. */
  readonly userHandle: AccountId;
  /** Nobody is known yet: then the answer itself must name the account (§7.2, step 6). */
  readonly isHandleNeeded?: boolean;
};

const faultOfOwner = (
  { id, response: { userHandle } }: AssertionResponse,
  { stored, userHandle: accountId, isHandleNeeded = false }: Assertion,
): PasskeyFault | null => {
  if (id !== stored.credentialId) return "passkey-credential";
  // Without one: a security key that was told whose passkeys to look for may leave it out.
  if (!userHandle) return isHandleNeeded ? "passkey-user-handle" : null;
  const handle = bytesOfUuid(accountId).toString("base64url");
  return userHandle === handle ? null : "passkey-user-handle";
};

/** What only the holder of the private key can say, read after the signature held. */
const faultOfSigned = (
  { counter, flags }: { readonly counter: number; readonly flags: Flags },
  { stored }: Assertion,
): PasskeyFault | null => {
  const isCounting = counter > 0 || stored.counter > 0;
  if (isCounting && counter <= stored.counter) return "passkey-counter";
  return flags.be === stored.isSyncable ? null : "passkey-backup";
};

type Verified = { readonly ok: true; readonly counter: number; readonly isSynced: boolean };

const checkAssertion = async (asked: Assertion): Promise<Verified | Refused> => {
  const answer = readAssertion(asked.response);
  if (!answer) return refused("passkey-malformed");
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  const bytes = new Uint8Array(Buffer.from(authenticatorData, "base64url"));
  const parsed = (await parsers()).parseAuthenticatorData(bytes);
  const fault =
    faultOfClient(readClientData(clientDataJSON), asked, "webauthn.get") ??
    faultOfOwner(answer, asked) ??
    (await faultOfAuthenticator(parsed, asked));
  if (fault) return refused(fault);
  const { credentialId: id, publicKey } = asked.stored;
  const key = new Uint8Array(Buffer.from(publicKey, "base64url"));
  const { verifyAuthenticationResponse } = await library();
  const { verified } = await verifyAuthenticationResponse({
    response: {
      ...answer,
      response: { clientDataJSON, authenticatorData, signature },
      clientExtensionResults: {},
    },
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.rpId,
    requireUserVerification: true,
    // The counter is ours to judge, after the signature: before it anybody may have written it.
    credential: { id, publicKey: key, counter: 0 },
  });
  const wrong = verified ? faultOfSigned(parsed, asked) : "passkey-signature";
  return wrong ? refused(wrong) : { ok: true, counter: parsed.counter, isSynced: parsed.flags.bs };
};

/** A sign-in's answer. Bad input is refused, never thrown. */
export const verifyAssertion = (asked: Assertion): Promise<Verified | Refused> =>
  guarded(checkAssertion(asked));
