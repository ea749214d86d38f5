import { isIP } from "node:net";
import type { RequestContext } from "../../../platform/http/types.ts";
import { getOptions } from "../../methods/passkey/index.ts";
import type { SignInServices } from "../services.ts";
import type { PasskeyAsk } from "../views/passkey-part.tsx";
import { sealChallenge } from "./challenge.ts";
import { allowsPasskeys } from "./rules.ts";

/**
 * What the sign-in page asks a browser. No credential is named, for nobody is known yet: a list of
 * them would tell who is registered.
 * @returns null where no society of the entrance allows passkeys, or its address can have none
 */
export const passkeyAsk = (
  { registry, secrets }: Pick<SignInServices, "registry" | "secrets">,
  request: RequestContext,
): PasskeyAsk | null => {
  const { societies, rpId } = request.entrance;
  // An address of numbers has no passkeys (WebAuthn L3 §5.1.3: the RP ID is a domain).
  if (isIP(rpId) !== 0) return null;
  const isAllowed = societies.some((id) => {
    const society = registry.society(id);
    return society !== undefined && allowsPasskeys(society.policy);
  });
  if (!isAllowed) return null;
  const { challenge, sealed } = sealChallenge(secrets, request);
  return { challenge: sealed, options: JSON.stringify(getOptions({ challenge, rpId, own: [] })) };
};
