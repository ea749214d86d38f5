import { maskAddress } from "../../../kernel/mail-address.ts";
import type { Known, Made, Method, MethodServices, Place } from "../method.ts";
import { mailDoor } from "./door.tsx";
import { mailOtpWording, mailOtpWords } from "./text/mail-otp-text.ts";

const name = "mail-otp";
const made: Made = { method: name, name: "", detail: null };

const enrolled = (_: Place) => ({ made });

const known = ({ factors }: Place): Known | null => {
  const factor = factors.find(({ method }) => method === name);
  return factor ? { factorId: factor.id } : null;
};

/** ワンタイムパスワード (OTP) メール認証: the mailbox whose mail was received. */
export const mailOtpMethod = (services: MethodServices): Method => ({
  name,
  amr: "mail",
  isSingle: true,
  isLosable: false,
  icon: "mail",
  title: (lang) => mailOtpWords(lang).title,
  choice: (lang, { owner }) => {
    const words = mailOtpWords(lang);
    return {
      value: name,
      label: words.title,
      why: words.why,
      facts: [
        { icon: "mail", text: words.goesTo(maskAddress(owner.email ?? "")) },
        { icon: "clock", text: words.takes },
      ],
    };
  },
  suits: (lang) => mailOtpWords(lang).suits,
  offer: ({ owner }) => owner.email !== null,
  enrol: mailDoor(services, {
    step: "enrol",
    // A step that is done is skipped: the address was proved on the way here.
    known: ({ owner }) => (owner.isEmailFresh ? { made } : null),
    passed: enrolled,
  }),
  challenge: mailDoor(services, { step: "verify", passed: known }),
  write: () => [],
  remove: () => [],
  wording: mailOtpWording,
});
