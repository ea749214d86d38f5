import type { Reason } from "./reasons/advice.ts";
import { asking } from "./reasons/asking.ts";
import { fact } from "./reasons/fact.ts";
import { passkey } from "./reasons/passkey.ts";
import { proof } from "./reasons/proof.ts";
import { signIn } from "./reasons/sign-in.ts";

const unforeseen = (reason: string): Reason => ({ what: `理由: ${reason}`, advice: "" });
const found = (table: Readonly<Record<string, Reason>>, reason: string): Reason =>
  table[reason] ?? unforeseen(reason);

const tries = { "sign-in": { ...signIn, ...passkey }, proof };

export const reasonOfTry = (one: { readonly kind: "sign-in" | "proof"; readonly reason: string }) =>
  found(tries[one.kind], one.reason);

export const reasonOfAsking = (reason: string): Reason => found(asking, reason);

/** Null: the fact itself says it all. */
export const reasonOfFact = (reason: string | null): Reason | null =>
  reason === null ? null : ({ ...passkey, ...fact }[reason] ?? null);
