import { errorOf, type Scene } from "../../../../flow/index.ts";
import { letterDid } from "../../facts.ts";
import type { FailedTry } from "../../store.ts";
import { noteFailedTry } from "../../store.ts";
import type { State } from "../../types.ts";

/** The one place that tells an ID exists: in a proofed flow, few tries, on record. */
export const tellTaken = ({ flow }: Scene<State>, wrong: FailedTry) =>
  ({
    kind: "refuse",
    isWrongTry: true,
    errors: errorOf("userId", "user-id-taken"),
    changes: [noteFailedTry(wrong)],
    facts: [letterDid("first-sign-in.taken-id-told", flow)],
  }) as const;
