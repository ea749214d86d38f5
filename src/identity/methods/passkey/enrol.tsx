import { errorOf } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { doorOf, type Enrolled, type Place } from "../method.ts";
import { freeName } from "../names.ts";
import { newAnswer } from "./answer.ts";
import { defaultName } from "./names.ts";
import { askedOf, createOptions, isExpired, newChallenge, renewed } from "./question.ts";
import { isPasskeyKnown, passkeysOf } from "./store.ts";
import { passkeyWords } from "./text/passkey-text.ts";
import { type NewPasskey, readAttestation, verifyAttestation } from "./verify/index.ts";
import { EnrolPage } from "./views/enrol-page.tsx";
import { PasskeyScript } from "./views/script.tsx";

/** What an enrolment keeps until its flow ends. */
export type PasskeyDetail = { readonly passkey: NewPasskey; readonly rpId: string };

/** What was typed is numbered rather than refused: the device has made the passkey by then. */
const nameOf = ({ scene, factors }: Place, passkey: NewPasskey, typed: string | null): string => {
  const { userAgent, lang } = scene.request;
  const taken = factors.filter(({ method }) => method === "passkey");
  return freeName(typed ?? defaultName(passkey, userAgent, lang), taken);
};

const wrong = (code: string, reason: string = code) =>
  // A registration guesses at nothing: it is not counted.
  ({ kind: "wrong", errors: errorOf("", code), isCounted: false, reason }) as const;

/** A new passkey of this entrance, made by the browser and kept by the device. */
export const enrolDoor = doorOf<Enrolled>()({
  mint: newChallenge,
  know: (tx, { owner: { accountId }, scene }) =>
    passkeysOf(tx, { accountId, rpId: scene.request.entrance.rpId }),
  ask: ({ place, minted, known }) => ok({ kept: askedOf(place, minted, known) }),
  page: (view, { place, kept, action, turn, typed, errors }) => ({
    title: passkeyWords(view.lang).enrolTitle,
    head: <PasskeyScript />,
    body: (
      <EnrolPage
        view={view}
        action={action}
        turn={turn}
        options={JSON.stringify(createOptions(kept, place))}
        isRenewed={kept.isRenewed}
        way={place.scene.policy.secondFactor.methods.length > 1 ? "other" : "none"}
        errors={errors}
        name={typed.passkeyName}
      />
    ),
  }),
  secrets: ["response"],
  input: () => newAnswer,
  prepare: async ({ place: { scene }, kept, input: { response } }) => {
    const { origin } = scene.request.entrance;
    const { challenge, rpId } = kept;
    const attested = await verifyAttestation({ response, challenge, origin, rpId });
    return ok({ attested, minted: newChallenge(scene.now) });
  },
  load: async (tx, { place: { scene }, input: { response } }) => {
    const credentialId = readAttestation(response)?.id;
    if (credentialId === undefined) return { isTaken: false };
    const entranceId = scene.request.entrance.id;
    return { isTaken: await isPasskeyKnown(tx, { entranceId, credentialId }) };
  },
  judge: ({ place, kept, input, prepared: { attested, minted }, loaded }) => {
    if (isExpired(kept, place.scene.now)) return { kind: "again", kept: renewed(kept, minted) };
    if (!attested.ok) return wrong("passkey-failed", attested.reason);
    if (loaded.isTaken) return wrong("passkey-taken");
    const { passkey } = attested;
    const detail: PasskeyDetail = { passkey, rpId: kept.rpId };
    const name = nameOf(place, passkey, input.passkeyName);
    return { kind: "passed", made: { method: "passkey", name, detail } };
  },
});
