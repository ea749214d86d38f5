import type { Language, Society } from "../../society/types.ts";
import type { Way } from "./page.tsx";

const styles = ["classic", "new"] as const;
const proofs = ["insurer-number", "birth-date"] as const;

/** How one registers: by each style that a society here has. */
export const waysOf = (societies: readonly Society[], lang: Language): readonly Way[] =>
  styles.flatMap((style) => {
    const own = societies.filter(({ policy }) => policy.firstSignIn.style === style);
    const proof = proofs.filter((kind) =>
      own.some(({ policy }) => policy.firstSignIn.proof.includes(kind)),
    );
    const names = own.map(({ name }) => name[lang]);
    return own.length === 0 ? [] : [{ style, proof, factor: factorOf(own), societies: names }];
  });

const methods = ["passkey", "totp", "mail-otp"] as const;

/** A second factor in the first sign-in, of societies that register in the same way. */
const factorOf = (societies: readonly Society[]): Way["factor"] => {
  const factors = societies.map(({ policy }) => policy.secondFactor);
  const demanding = factors.filter(({ demand }) => demand === "required");
  const isOfAll = (one: (typeof factors)[number]) =>
    one.demand === "required" && one.requiredOf.length === 2;
  if (demanding.length === 0) return { of: "nobody", methods: [] };
  return {
    of: factors.every(isOfAll) ? "all" : "some",
    methods: methods.filter((method) => demanding.some((one) => one.methods.includes(method))),
  };
};

export const hasPasskeys = (societies: readonly Society[]): boolean =>
  societies.some(({ policy }) => policy.secondFactor.methods.includes("passkey"));

/** Whether anybody here may be told by mail of news in their records. */
export const hasUpdateMails = (societies: readonly Society[]): boolean =>
  societies.some(({ policy }) => policy.updateMails.mode !== "off");
