import { type Instant, later } from "../../kernel/time.ts";
import type { Amr, Session } from "../../platform/http/types.ts";

/** 認証の強さ and how fresh it is: what a page may ask of a session before it opens. */

/**
 * By what somebody was known, the weakest first: the password alone; a code that was mailed beside
 * it (a mailbox is no proof of a device, NIST SP 800-63B-4 §3.1.3.1); a code of an app or of paper
 * beside it; a passkey, which no false page can be told.
 */
export type Acr = "single" | "mail" | "two-step" | "passkey";

const weakestFirst: readonly Acr[] = ["single", "mail", "two-step", "passkey"];

/** What proofs come to together. */
export const acrOf = (amr: readonly Amr[]): Acr => {
  if (amr.includes("passkey")) return "passkey";
  if (!amr.includes("password")) return "single";
  if (amr.includes("otp") || amr.includes("recovery")) return "two-step";
  return amr.includes("mail") ? "mail" : "single";
};

export const reaches = (has: Acr, asked: Acr): boolean =>
  weakestFirst.indexOf(has) >= weakestFirst.indexOf(asked);

/** A method whose one answer is enough: the device and its owner's finger or PIN are two proofs. */
export const isEnoughAlone = (amr: Amr): boolean => acrOf([amr]) === "passkey";

/** What a page asks of whoever opens it. */
export type Needs = { readonly acr: Acr; readonly withinMinutes: number };

/** How well, and since when, the owner of a session is known. */
export type Assurance = { readonly acr: Acr; readonly provedAt: Instant };

export const assurance = ({ amr, provedAt }: Pick<Session, "amr" | "provedAt">): Assurance => ({
  acr: acrOf(amr),
  provedAt,
});

/**
 * Less is never enough where a second factor is enrolled: who signed in before it was, or found such
 * a session, has only shown the password.
 */
const leastAcr = ({ factorMethod }: Pick<Session, "factorMethod">): Acr =>
  factorMethod === null ? "single" : "mail";

const stronger = (a: Acr, b: Acr): Acr => (reaches(a, b) ? a : b);

/** What is asked, and what the account's own second factor asks beside it. */
export const askedOf = (session: Pick<Session, "factorMethod">, acr: Acr = "single"): Acr =>
  stronger(acr, leastAcr(session));

/** Whether a session may open a page now, or its owner is asked again. */
export const isAssured = ({ acr, provedAt }: Assurance, needs: Needs, now: Instant): boolean =>
  reaches(acr, needs.acr) && now < later(provedAt, { minutes: needs.withinMinutes });

type WithMethod = { readonly method: string };

/**
 * Of what is enrolled, what reaches the asked strength beside a password. Recovery codes stand in
 * for another one, and are none by themselves.
 */
export const reachingOf = <F extends WithMethod>(
  factors: readonly F[],
  acr: Acr,
  amrOf: (factor: F) => Amr,
): readonly F[] => {
  const fit = factors.filter((factor) => reaches(acrOf(["password", amrOf(factor)]), acr));
  return fit.some((factor) => amrOf(factor) !== "recovery") ? fit : [];
};
