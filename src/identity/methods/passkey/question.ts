import { randomBytes } from "node:crypto";
import { bytesOfUuid } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import type { Place } from "../method.ts";
import type { Descriptor } from "./store.ts";
import { algorithms } from "./verify/index.ts";

/** A question to an authenticator. It may be answered once: with the answer its flow goes on. */
export type Challenge = {
  /** 32 random bytes, base64url */
  readonly challenge: string;
  readonly askedAt: Instant;
};

export type Asked = Challenge & {
  /** RP ID when it was asked. */
  readonly rpId: string;
  /** The account's own passkeys. */
  readonly own: readonly Descriptor[];
  /** The question before it was answered too late. */
  readonly isRenewed: boolean;
};

export const newChallenge = (now: Instant): Challenge => ({
  challenge: randomBytes(32).toString("base64url"),
  askedAt: now,
});

/** A question as it is put, about what the account has at this entrance. */
export const askedOf = (
  { scene }: Pick<Place, "scene">,
  minted: Challenge,
  own: readonly Descriptor[],
): Asked => ({ ...minted, rpId: scene.request.entrance.rpId, own, isRenewed: false });

/** The same, put anew. */
export const renewed = (asked: Asked, minted: Challenge): Asked => ({
  ...asked,
  ...minted,
  isRenewed: true,
});

export const isExpired = ({ askedAt }: Challenge, now: Instant): boolean =>
  now >= later(askedAt, { minutes: 10 });

/** A member may look for the phone first; browsers cut it as they like. */
const patienceMs = 5 * 60_000;

const descriptorsOf = (own: readonly Descriptor[]) =>
  own.map(({ credentialId: id, transports }) => ({ type: "public-key", id, transports }));

/** For `navigator.credentials.create`, bytes as base64url. */
export const createOptions = (
  { challenge, rpId, own }: Asked,
  { owner, scene }: Pick<Place, "owner" | "scene">,
) => ({
  challenge,
  rp: { id: rpId, name: scene.society.name[scene.request.lang] },
  user: {
    id: bytesOfUuid(owner.accountId).toString("base64url"),
    name: owner.userId,
    displayName: owner.userId,
  },
  pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key", alg })),
  timeout: patienceMs,
  excludeCredentials: descriptorsOf(own),
  authenticatorSelection: {
    residentKey: "required",
    // What older browsers know of it (WebAuthn Level 1).
    requireResidentKey: true,
    userVerification: "required",
  },
  attestation: "none",
});

/** For `navigator.credentials.get`. Without `own`, the browser offers what it has for this host. */
export const getOptions = ({
  challenge,
  rpId,
  own,
}: Pick<Asked, "challenge" | "rpId" | "own">) => ({
  challenge,
  rpId,
  timeout: patienceMs,
  allowCredentials: descriptorsOf(own),
  userVerification: "required",
});
