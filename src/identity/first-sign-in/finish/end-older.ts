import { endFlowsOf } from "../../../flow/index.ts";
import type { Id, MemberId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { kind } from "../flow.ts";

type NewLetter = {
  readonly memberId: MemberId;
  readonly letterId: Id<string>;
  readonly now: Instant;
};

/** A member has a newer letter: what runs with older ones says so from its next page on. */
export const endOlderRegistrations = (tx: Tx, { memberId, letterId, now }: NewLetter): void =>
  endFlowsOf(tx, { kind, memberId, exceptSubject: letterId }, { outcome: "letter-replaced", now });
