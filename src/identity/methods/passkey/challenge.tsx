import { errorOf } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { doorOf, type Known, type Place } from "../method.ts";
import { canRenew, wayBeside } from "../rules.ts";
import { answer } from "./answer.ts";
import { type Asked, askedOf, getOptions, isExpired, newChallenge, renewed } from "./question.ts";
import { notePasskeyUsed, passkeyNamed, passkeysOf } from "./store.ts";
import { passkeyWords } from "./text/passkey-text.ts";
import { readAssertion, verifyAssertion, warmUp } from "./verify/index.ts";
import { ChallengePage } from "./views/challenge-page.tsx";
import { PasskeyScript } from "./views/script.tsx";

const unknown = { ok: false, reason: "passkey-unknown" } as const;

/** Judged where the account's row is held, so that a counter is compared with the latest one. */
const judged = async (
  tx: Tx,
  { owner, scene }: Place,
  given: { kept: Asked; response: string },
) => {
  const { origin, id: entranceId } = scene.request.entrance;
  const { kept, response } = given;
  const credentialId = readAssertion(response)?.id ?? "";
  const stored = await passkeyNamed(tx, { entranceId, credentialId });
  if (!stored || stored.accountId !== owner.accountId) return unknown;
  const { challenge, rpId } = kept;
  const asked = { response, challenge, origin, rpId, stored, userHandle: owner.accountId };
  const verified = await verifyAssertion(asked);
  return verified.ok ? { ...verified, factorId: stored.factorId } : verified;
};

/** One of the account's own passkeys, after a password. */
export const challengeDoor = doorOf<Known>()({
  mint: newChallenge,
  know: (tx, { owner: { accountId }, scene }) =>
    passkeysOf(tx, { accountId, rpId: scene.request.entrance.rpId }),
  ask: ({ place, minted, known }) => ok({ kept: askedOf(place, minted, known) }),
  page: (view, { place, kept, action, turn }) => ({
    title: passkeyWords(view.lang).askTitle,
    head: <PasskeyScript />,
    body: (
      <ChallengePage
        view={view}
        action={action}
        turn={turn}
        options={JSON.stringify(getOptions(kept))}
        isRenewed={kept.isRenewed}
        way={wayBeside(place, "passkey")}
        canRenew={canRenew(place)}
      />
    ),
  }),
  secrets: ["response"],
  input: () => answer,
  prepare: async ({ place: { scene } }) => {
    await warmUp();
    return ok(newChallenge(scene.now));
  },
  load: (tx, { place, kept, input: { response } }) => judged(tx, place, { kept, response }),
  judge: ({ place, kept, prepared: minted, loaded }) => {
    if (isExpired(kept, place.scene.now)) return { kind: "again", kept: renewed(kept, minted) };
    if (!loaded.ok) {
      const { reason } = loaded;
      // Deleted here and still on the phone: nobody guesses.
      const isCounted = reason !== "passkey-unknown";
      return { kind: "wrong", errors: errorOf("", "passkey-wrong"), isCounted, reason };
    }
    const { factorId, counter, isSynced } = loaded;
    const changes = [notePasskeyUsed(factorId, { counter, isSynced })];
    return { kind: "passed", factorId, changes };
  },
});
