import type { FieldErrors } from "../../../ui/index.ts";

/** Where a step's form goes. */
export type StepForm = { readonly action: string; readonly turn: string };
export type StepErrors = { readonly errors: FieldErrors };

/** An account's addresses, as their owner reads of them. */
export type Shown = {
  readonly email: string | null;
  readonly isConfirmed: boolean;
  /** The day on which a mail came back, as people say it. */
  readonly failedOn: string | null;
  readonly second: string | null;
};
