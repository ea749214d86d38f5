import { termsVersionOf } from "../../guidance/index.ts";
import type { Gate } from "../gates/index.ts";

export const path = "/terms/consent";

/** Shut for who has not agreed to the terms in force, whatever they agreed to before. */
export const termsGate: Gate = {
  name: "terms-consent",
  path,
  isShut: ({ session, society }) => session.termsVersion !== termsVersionOf(society),
};
