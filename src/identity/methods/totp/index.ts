import type { Method, MethodServices } from "../method.ts";
import { challengeDoor } from "./challenge.tsx";
import type { TotpDetail } from "./devices.ts";
import { enrolDoor } from "./enrol.tsx";
import { sealSeed } from "./sealed.ts";
import { insertDevice } from "./store.ts";
import { totpWording, totpWords } from "./text.ts";

/** ワンタイムパスワード (OTP) アプリ認証: several devices, each with a seed of its own. */
export const totpMethod = ({ secrets }: MethodServices): Method => ({
  name: "totp",
  amr: "otp",
  isSingle: false,
  isLosable: true,
  icon: "phone",
  title: (lang) => totpWords(lang).title,
  choice: (lang) => {
    const { title, why, free } = totpWords(lang);
    const apps = "Google Authenticator、Microsoft Authenticator、FreeOTP";
    return {
      value: "totp",
      label: title,
      why,
      facts: [
        { icon: "download", text: free },
        { icon: "phone", text: lang === "ja" ? apps : apps.replaceAll("、", ", ") },
      ],
    };
  },
  suits: (lang) => totpWords(lang).suits,
  offer: () => true,
  enrol: enrolDoor,
  challenge: challengeDoor(secrets),
  write: ({ place, factorId, made }) => {
    const { seed, lastStep } = made.detail as TotpDetail;
    const row = { society: place.scene.society.id, factorId };
    return [insertDevice({ factorId, seed: sealSeed(secrets, row, seed), lastStep })];
  },
  // Its row goes with the factor's.
  remove: () => [],
  wording: totpWording,
});
