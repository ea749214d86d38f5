// A process of its own: tells one line of what became of the property while a piece of source is
// another one (any-order/mutant-loader.mjs). `mutated.ts RUNS SEED`
import { tellOutcome } from "../any-order/outcome.ts";
import { tryAnyOrder } from "./property.ts";

await tellOutcome(tryAnyOrder);
