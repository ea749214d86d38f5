import { isIP } from "node:net";
import { fixRpId } from "../../../society/index.ts";
import type { Method, MethodServices, Writing } from "../method.ts";
import { challengeDoor } from "./challenge.tsx";
import { enrolDoor, type PasskeyDetail } from "./enrol.tsx";
import { forgetCredential, insertPasskey } from "./store.ts";
import { passkeyWords } from "./text/passkey-text.ts";
import { passkeyWording } from "./text/wording.ts";

const write = ({ place: { scene }, factorId, made }: Writing) => {
  const { passkey, rpId } = made.detail as PasskeyDetail;
  const { id } = scene.request.entrance;
  return [
    insertPasskey({ factorId, entranceId: id, rpId, passkey }),
    (tx: Parameters<typeof fixRpId>[0]) => fixRpId(tx, { id, rpId, at: scene.now }),
  ];
};

/** 生体認証: several passkeys, each with a name. */
export const passkeyMethod = (_: MethodServices): Method => ({
  name: "passkey",
  amr: "passkey",
  isSingle: false,
  isLosable: true,
  icon: "fingerprint",
  title: (lang) => passkeyWords(lang).title,
  choice: (lang) => {
    const { title, why, facts } = passkeyWords(lang);
    const [how = "", ease = ""] = facts;
    return {
      value: "passkey",
      label: title,
      why,
      facts: [
        { icon: "fingerprint", text: how },
        { icon: "clock", text: ease },
      ],
    };
  },
  suits: (lang) => passkeyWords(lang).suits,
  // An address of numbers can have no passkeys (WebAuthn L3 §5.1.3: the RP ID is a domain).
  offer: ({ scene }) => isIP(scene.request.entrance.rpId) === 0,
  enrol: enrolDoor,
  challenge: challengeDoor,
  write,
  remove: (factorId) => [forgetCredential(factorId)],
  afterRemoval: (lang) => passkeyWords(lang).afterRemoval,
  wording: passkeyWording,
});
