import type { State } from "./types.ts";

/** A press of the mail's button anywhere only proves: the browser that began says the last word. */
export const changingPlan = ({ provedBy }: Pick<State, "provedBy">): readonly string[] =>
  provedBy === "button" ? ["address", "check", "apply"] : ["address", "check"];
