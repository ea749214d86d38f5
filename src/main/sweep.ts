export { type SweepParts, type Swept, sweep } from "./retention/sweep.ts";
