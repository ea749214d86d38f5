import type { Row } from "../any-order/memory.ts";

// What a page shows of an attempt, read from its row as the page has it.

type Question = {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: each method keeps its own
  readonly kept: any;
};

export type Inside = {
  readonly owner: { readonly email: string | null };
  readonly factor: {
    readonly factors: readonly { readonly id: string; readonly method: string }[];
    readonly asked: Question | null;
    readonly enrolling: Question | null;
    readonly passed: { readonly factorId: string } | null;
  };
};

/** Null: it has ended, and nothing of it is left. */
export const insideOf = (row: Row | undefined): Inside | null => {
  const { state } = JSON.parse(String(row?.state ?? '{"state":{}}')) as { state: Inside };
  return state.factor ? state : null;
};

/** The question that a step's page shows. */
export const questionAt = (row: Row | undefined, step: string): Question | null => {
  const factor = insideOf(row)?.factor;
  if (step === "verify") return factor?.asked ?? null;
  return step === "enrol" || step === "recovery-codes" ? (factor?.enrolling ?? null) : null;
};

export const doneIn = (row: Row | undefined): readonly string[] =>
  (row?.done ?? []) as readonly string[];
