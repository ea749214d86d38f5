import { originOf, recordFacts } from "../../../audit/index.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { networkOf } from "../../../platform/http/source.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { RequestContext, WebContext } from "../../../platform/http/types.ts";
import type { Society } from "../../../society/index.ts";
import {
  notePasskeyUsed,
  type PasskeyFault,
  readAssertion,
  verifyAssertion,
} from "../../methods/passkey/index.ts";
import { endEarlier } from "../../sessions/index.ts";
import { refuseEnded } from "../ended.ts";
import { notice } from "../pages.tsx";
import { refuse } from "../refused.ts";
import { sourceLimit } from "../rules.ts";
import type { SignInServices } from "../services.ts";
import { goOn, openSession } from "../signed-in.ts";
import { challengeHash, openChallenge } from "./challenge.ts";
import { nobody, nobodysPasskey } from "./nobodys.ts";
import {
  judgePasskey,
  type PasskeyJudgement,
  type PasskeyRefusal,
  triesOfSource,
} from "./rules.ts";
import { findPasskey, holdPasskey, insertRefused, noteSignIn, useChallenge } from "./store.ts";
import type { OwnPasskey, PasskeyTry } from "./types.ts";

type Answer = ReturnType<typeof readAssertion>;

const whoTries = (
  { secrets }: SignInServices,
  { entrance, source, now }: RequestContext,
  answer: Answer,
): PasskeyTry => ({
  entranceId: entrance.id,
  credentialId: answer?.id ?? "",
  sourceMac: secrets.mac("throttle", `source ${networkOf(source)}`),
  loginMac: secrets.mac("throttle", `passkeys ${entrance.id}`),
  at: now,
});

type Tried = {
  readonly c: WebContext;
  readonly who: PasskeyTry;
  readonly own: OwnPasskey | null;
};

/** The row under the お問い合わせ番号; a fact only where somebody's data is told of. */
const note = (
  { registry }: SignInServices,
  tx: Tx,
  { c, who, own }: Tried,
  reason: PasskeyFault | PasskeyRefusal,
): void => {
  const request = c.get("request");
  const whose = own && registry.society(own.societyId) ? own : null;
  insertRefused(tx, { who, reference: request.id, reason, whose });
  if (!whose) return;
  const { accountId, memberId } = whose;
  const fact = {
    action: "passkey.refused",
    actor: { kind: "stranger" },
    subject: { kind: "account", id: accountId },
    memberId,
    details: { reason },
  } as const;
  recordFacts(tx, [fact], { origin: originOf(request), at: request.now });
};

/**
 * One transaction for a known and an unknown passkey, which asks for an account as `open` does: who
 * holds a right one learns from no clock that it was refused for the account's sake.
 */
const fail = async (
  services: SignInServices,
  tried: Tried,
  reason: PasskeyFault | PasskeyRefusal,
) => {
  const { c, own } = tried;
  const known = own && services.registry.society(own.societyId);
  const society = known?.id ?? c.get("request").entrance.societies[0];
  // An entrance without any society has nobody who could ask why.
  if (society)
    await services.database.inSociety(society, async (tx) => {
      await holdPasskey(tx, nobody);
      note(services, tx, tried, reason);
    });
  return refuse(c, services.secrets, "passkey");
};

type Verified = {
  readonly challenge: string;
  readonly counter: number;
  readonly isSynced: boolean;
};

const verify = async (
  { secrets }: SignInServices,
  { c, own }: Tried,
  answer: Answer,
): Promise<Verified | PasskeyFault | PasskeyRefusal> => {
  const request = c.get("request");
  const { response = "", challenge: sealed = "" } = request.form;
  const challenge = openChallenge(secrets, request, sealed);
  if (!challenge) return "passkey-challenge";
  const nobodys = nobodysPasskey(answer);
  const { origin, rpId } = request.entrance;
  const verified = await verifyAssertion({
    ...{ response, challenge, origin, rpId },
    stored: own ? { ...own, credentialId: answer?.id ?? "" } : nobodys.stored,
    userHandle: own?.accountId ?? nobodys.accountId,
    isHandleNeeded: true,
  });
  if (answer && !own) return "passkey-unknown";
  return verified.ok ? { ...verified, challenge } : verified.reason;
};

type Right = {
  readonly tried: Tried;
  readonly society: Society;
  readonly own: OwnPasskey;
  readonly verified: Verified;
};

type Opened =
  | { readonly kind: "session"; readonly token: string }
  | Exclude<PasskeyJudgement, { kind: "right" }>;

/** In one transaction that holds the account: all of it, or why not. */
const open = (
  services: SignInServices,
  { tried, society, own, verified }: Right,
): Promise<Opened> =>
  services.database.inSociety(society.id, async (tx) => {
    const request = tried.c.get("request");
    const { now } = request;
    const held = await holdPasskey(tx, own);
    const judged = judgePasskey({ read: own, held, policy: society.policy, now });
    if (judged.kind === "failed") note(services, tx, tried, judged.reason);
    if (judged.kind !== "right") return judged;
    // After the account's row: of the same answer sent twice at once the second waits there.
    const isFirst = await useChallenge(tx, challengeHash(verified.challenge), now);
    if (!isFirst) {
      note(services, tx, tried, "passkey-replay");
      return { kind: "failed", reason: "passkey-replay" };
    }
    await notePasskeyUsed(own.factorId, verified)(tx);
    noteSignIn(tx, own, now);
    const session = { ...own, society, request, amr: ["passkey"] } as const;
    return { kind: "session", token: openSession(tx, session) };
  });

/** @returns null when the passkey is another one since the look-up: look again */
const tryOnce = async (c: WebContext, services: SignInServices, answer: Answer) => {
  const request = c.get("request");
  const who = whoTries(services, request, answer);
  const { own, sourceTries } = await findPasskey(services.database, who, sourceLimit.minutes);
  if (sourceTries >= triesOfSource) return notice(c, "too-many");
  const tried: Tried = { c, who, own };
  const verified = await verify(services, tried, answer);
  if (typeof verified === "string") return fail(services, tried, verified);
  if (!own) throw new Error("an answer by nobody was right");
  await refuseEnded(services, own.societyId);
  const society = services.registry.society(own.societyId);
  if (!society) throw new Error("a passkey of a society that is not there");
  const opened = await open(services, { tried, society, own, verified });
  if (opened.kind === "changed") return null;
  if (opened.kind === "failed") return refuse(c, services.secrets, "passkey");
  await endEarlier(services, request);
  return goOn(c, services, opened);
};

/** 「パスキーでログイン」: the same work and the same answer for a known and an unknown passkey. */
export const attemptPasskey = async (c: WebContext, services: SignInServices) => {
  const answer = readAssertion(c.get("request").form.response ?? "");
  const answered = (await tryOnce(c, services, answer)) ?? (await tryOnce(c, services, answer));
  if (!answered) throw new TroubleError("busy");
  return answered;
};
