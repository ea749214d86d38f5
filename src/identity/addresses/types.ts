import type { Society } from "../../society/types.ts";
import type { StepUpServices } from "../step-up/index.ts";

export type AddressesServices = StepUpServices & {
  /** Domain of the senders: the common one where no society is known. */
  readonly mailDomainOf: (society: Society | null) => string;
};

/** What was done, for the page that comes after it. */
export type Done =
  | "main-changed"
  | "main-confirmed"
  | "second-set"
  | "second-removed"
  | "swapped"
  | "no-second"
  | "notices-on"
  | "notices-off";
