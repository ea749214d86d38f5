import type { Dials, Policy } from "./policy.ts";

/** Two dials that cannot stand together: where, and the rule's code. */
export type Contradiction = { readonly path: readonly string[]; readonly rule: string };

type Check = Contradiction & { readonly broken: (policy: Dials) => boolean };

const checks: readonly Check[] = [
  {
    path: ["userId", "maxLength"],
    rule: "max-below-min",
    broken: ({ userId }) => userId.maxLength < userId.minLength,
  },
  {
    path: ["userId", "issuedMayStay"],
    rule: "id-neither-kept-nor-chosen",
    broken: ({ userId }) => !userId.issuedMayStay && userId.changeable === "never",
  },
  {
    path: ["password", "maxLength"],
    rule: "max-below-min",
    broken: ({ password }) => password.maxLength < (password.minLength ?? 15),
  },
  {
    path: ["secondFactor", "recommended"],
    rule: "recommended-not-offered",
    broken: ({ secondFactor }) => !secondFactor.methods.includes(secondFactor.recommended),
  },
  {
    path: ["maintenance", "to"],
    rule: "to-not-after-from",
    broken: ({ maintenance }) => maintenance !== null && maintenance.to <= maintenance.from,
  },
];

export const contradictions = (policy: Dials): readonly Contradiction[] =>
  checks.filter(({ broken }) => broken(policy)).map(({ path, rule }) => ({ path, rule }));

/** Whether nobody gets in by a password alone. */
export const isDemandedOfAll = ({ secondFactor }: Pick<Dials, "secondFactor">): boolean =>
  secondFactor.demand === "required" &&
  secondFactor.requiredOf.includes("insured-person") &&
  secondFactor.requiredOf.includes("dependent");

export type WeaknessReason =
  | "one-proof"
  | "short-alone"
  | "max-short"
  | "composition"
  | "characters-limited"
  | "expiry"
  | "factor-optional"
  | "factor-of-some"
  | "mail-otp"
  | "password-by-mail"
  | "self-reset";

/** A dial that is set below what the standards advise, such as `password.needs`, and why. */
export type Weakness = { readonly dial: string; readonly why: WeaknessReason };

type Advice = Weakness & { readonly weak: (policy: Policy) => boolean };

const advice: readonly Advice[] = [
  {
    dial: "firstSignIn.proof",
    why: "one-proof",
    weak: ({ firstSignIn }) => firstSignIn.proof.length < 2,
  },
  {
    dial: "password.minLength",
    why: "short-alone",
    weak: (policy) => policy.password.minLength < 15 && !isDemandedOfAll(policy),
  },
  { dial: "password.maxLength", why: "max-short", weak: ({ password }) => password.maxLength < 64 },
  { dial: "password.needs", why: "composition", weak: ({ password }) => password.needs.length > 0 },
  {
    dial: "password.characters",
    why: "characters-limited",
    weak: ({ password }) => password.characters === "ascii",
  },
  { dial: "password.maxAgeDays", why: "expiry", weak: (p) => p.password.maxAgeDays !== null },
  {
    dial: "secondFactor.demand",
    why: "factor-optional",
    weak: ({ secondFactor }) => secondFactor.demand === "optional",
  },
  {
    dial: "secondFactor.requiredOf",
    why: "factor-of-some",
    weak: (policy) => policy.secondFactor.demand === "required" && !isDemandedOfAll(policy),
  },
  {
    dial: "secondFactor.methods",
    why: "mail-otp",
    weak: ({ secondFactor }) => secondFactor.methods.includes("mail-otp"),
  },
  {
    dial: "recovery.forgottenPassword",
    why: "password-by-mail",
    weak: ({ recovery }) => recovery.forgottenPassword === "provisional-by-mail",
  },
  {
    dial: "recovery.lostAuthenticator",
    why: "self-reset",
    weak: ({ recovery }) => recovery.lostAuthenticator === "proofed-reset",
  },
];

/** What staff see as 「推奨より弱い設定」 (NIST SP 800-63B-4, OWASP ASVS 5.0). */
export const weakerThanAdvised = (policy: Policy): readonly Weakness[] =>
  advice.filter(({ weak }) => weak(policy)).map(({ dial, why }) => ({ dial, why }));
