import { defaultPolicy, type Policy } from "../../src/society/policy/policy.ts";

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
  /** Of whom it is asked, or by what it may be done. */
  readonly secondFactor: "optional" | "of dependents" | readonly ("totp" | "mail-otp")[];
  /** Of a mail's button. */
  readonly linkMinutes: number;
};

/** Shorter than some buttons' life. */
const flowHours = 1;

const both: Policy["secondFactor"]["requiredOf"] = ["insured-person", "dependent"];

const secondFactorOf = ({ secondFactor: asked, atRegistration }: Dials): Policy["secondFactor"] => {
  if (typeof asked === "string")
    return {
      demand: asked === "optional" ? "optional" : "required",
      requiredOf: asked === "optional" ? both : ["dependent"],
      methods: ["totp", "mail-otp"],
      recommended: "totp",
    };
  // Codes can be mailed only where a mail was received: with nothing else nobody could go on.
  const isAlone = asked.length === 1 && asked[0] === "mail-otp";
  const methods =
    isAlone && atRegistration !== "required-verified" ? ["totp" as const, ...asked] : [...asked];
  return {
    demand: "required",
    requiredOf: both,
    methods,
    recommended: methods[0] ?? "totp",
  };
};

export const policyWith = (dials: Dials): Policy => ({
  ...defaultPolicy,
  firstSignIn: {
    style: dials.style,
    proof: [...dials.proof],
    proofTries: dials.proofTries,
    lifetimeHours: flowHours,
  },
  email: { ...defaultPolicy.email, atRegistration: dials.atRegistration },
  secondFactor: secondFactorOf(dials),
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
