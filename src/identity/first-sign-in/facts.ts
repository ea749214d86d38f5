import type { Fact } from "../../audit/types.ts";
import type { Flow } from "../../flow/index.ts";
import type { State } from "./types.ts";

/** What was done with a letter before there is an account: nobody is known yet but by the letter. */
export const letterDid = (
  action: string,
  { subjectId, memberId }: Pick<Flow<State>, "subjectId" | "memberId">,
): Fact => ({
  action,
  actor: { kind: "stranger" },
  subject: { kind: "credential", id: subjectId },
  memberId,
});
