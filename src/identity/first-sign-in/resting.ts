import { restFlows } from "../../flow/index.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/database/types.ts";
import { kind } from "./flow.ts";

type Resting = { readonly from: Instant; readonly seconds: number };

/** Registrations that were begun before maintenance was planned keep their time. @returns how many */
export const restRegistrations = (tx: Tx, resting: Resting): Promise<number> =>
  restFlows(tx, { kind, ...resting });
