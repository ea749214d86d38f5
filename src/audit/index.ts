export { recordFacts } from "./store.ts";
export type { Actor, Fact, Origin } from "./types.ts";
