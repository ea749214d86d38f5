import { defaultPolicy, type Policy } from "../../src/society/policy.ts";

/** What of a policy a first sign-in looks at, short enough to be read in a failing story. */
export type Dials = {
  readonly style: "classic" | "new";
  readonly proof: readonly ("insurer-number" | "birth-date")[];
  readonly proofTries: number;
  readonly atRegistration: Policy["email"]["atRegistration"];
  readonly updateMails: Policy["updateMails"]["mode"];
  /** `stays`: nobody chooses another one. */
  readonly issuedId: "may stay" | "may not stay" | "stays";
  readonly idLength: readonly [number, number];
  readonly digitsOnlyMaxLength: number;
  readonly symbols: string;
  readonly passwordLength: number;
  readonly passwordNeeds: readonly ("letter" | "digit")[];
  readonly characters: Policy["password"]["characters"];
  /** Of a mail's button. */
  readonly linkMinutes: number;
};

/** Shorter than some buttons' life. */
const flowHours = 1;

export const policyWith = (dials: Dials): Policy => ({
  ...defaultPolicy,
  firstSignIn: {
    style: dials.style,
    proof: [...dials.proof],
    proofTries: dials.proofTries,
    lifetimeHours: flowHours,
  },
  email: { ...defaultPolicy.email, atRegistration: dials.atRegistration },
  updateMails: { ...defaultPolicy.updateMails, mode: dials.updateMails },
  userId: {
    issuedMayStay: dials.issuedId !== "may not stay",
    changeable: dials.issuedId === "stays" ? "never" : "at-first-sign-in",
    minLength: dials.idLength[0],
    maxLength: dials.idLength[1],
    digitsOnlyMaxLength: dials.digitsOnlyMaxLength,
    symbols: dials.symbols,
  },
  password: {
    ...defaultPolicy.password,
    minLength: dials.passwordLength,
    needs: [...dials.passwordNeeds],
    characters: dials.characters,
  },
  recovery: {
    ...defaultPolicy.recovery,
    codeLifetimeMinutes: 10,
    linkLifetimeMinutes: dials.linkMinutes,
  },
});
