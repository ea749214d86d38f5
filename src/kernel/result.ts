/**
 * Expected refusals are values; only bugs throw.
 * A refusal carries a code of the errors catalogue and the facts that its text needs.
 */
export type Refusal = { readonly ok: false; readonly code: string; readonly facts: Facts };
export type Facts = Readonly<Record<string, string | number>>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Result<T> = Ok<T> | Refusal;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = (code: string, facts: Facts = {}): Refusal => ({ ok: false, code, facts });
