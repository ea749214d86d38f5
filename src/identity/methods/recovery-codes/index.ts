import type { Method, MethodServices } from "../method.ts";
import { challenge } from "./challenge.ts";
import { enrol } from "./enrol.ts";
import { sealHashes } from "./sealed.ts";
import { insertCodes } from "./store.ts";
import { recoveryCodesWording, recoveryCodesWords } from "./text/recovery-codes-text.ts";

/** リカバリーコード: stands in for the other methods, and is none that a policy names. */
export const recoveryCodesMethod = ({ secrets }: MethodServices): Method => ({
  name: "recovery-codes",
  amr: "recovery",
  isSingle: true,
  isLosable: false,
  isSpare: true,
  icon: "terms",
  title: (lang) => recoveryCodesWords(lang).title,
  choice: (lang) => {
    const { title: label, why } = recoveryCodesWords(lang);
    return { value: "recovery-codes", label, why };
  },
  offer: () => true,
  enrol,
  challenge: challenge(secrets),
  write: ({ place, factorId, made }) => {
    // As `enrol` made it: hashes.
    const hashes = made.detail as readonly string[];
    const codes = sealHashes(secrets, { society: place.scene.society.id, factorId }, hashes);
    return [insertCodes({ factorId, codes, left: hashes.length })];
  },
  remove: () => [],
  wording: recoveryCodesWording,
});
