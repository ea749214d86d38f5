// A process of its own: tells one line of what became of the property while a piece of source is
// another one (mutant-loader.mjs). `mutated.ts RUNS SEED`
import { tellOutcome } from "./outcome.ts";
import { tryAnyOrder } from "./property.ts";

await tellOutcome(tryAnyOrder);
