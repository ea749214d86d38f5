import { verifyAttestation } from "../../src/identity/methods/passkey/verify/index.ts";
import { bytesOfUuid, type FactorId } from "../../src/kernel/ids.ts";
import { newToken } from "../../src/platform/crypto/tokens.ts";
import { type Authenticator, softwareAuthenticator } from "../authenticators/passkey.ts";
import { give, type Registered } from "./factors.ts";
import type { World } from "./world.ts";

/** A phone, security key or password manager with a passkey of somebody. */
export type Phone = Authenticator & { readonly id: FactorId; readonly credentialId: string };

type Model = { readonly isCounting?: boolean; readonly origin?: string };

/** Registered long ago, at the entrance of their society. */
export const givePasskey = async (
  world: World,
  whose: Registered,
  own: Model = {},
): Promise<Phone> => {
  const entrance = world.registry.entrance(world.society(whose.code).entranceId);
  if (!entrance) throw new Error("a society without an entrance");
  const { origin, rpId } = entrance;
  const phone = softwareAuthenticator({ origin, ...own });
  const { text: challenge } = newToken();
  const user = { id: bytesOfUuid(whose.accountId).toString("base64url") };
  const response = phone.create({ challenge, rp: { id: rpId }, user });
  const attested = await verifyAttestation({ response, challenge, origin, rpId });
  if (!attested.ok) throw new Error(attested.reason);
  const { passkey } = attested;
  const made = { method: "passkey", name: "わたしの電話", detail: { passkey, rpId } } as const;
  return { ...phone, id: await give(world, whose, made), credentialId: passkey.credentialId };
};
