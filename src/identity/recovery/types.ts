import type { FlowServices } from "../../flow/index.ts";
import type { AccountId, Id, MemberId, SocietyId } from "../../kernel/ids.ts";
import type { Society } from "../../society/index.ts";
import type { Methods } from "../methods/index.ts";

/** What was forgotten; also the first part of its paths. */
export type Forgotten = "forgot-id" | "forgot-password";

export type RequestId = Id<"recovery-request">;

export type RecoveryServices = FlowServices & {
  readonly methods: Methods;
  /** Domain of no-reply@; null: where the society is not known yet. */
  readonly mailDomainOf: (society: Society | null) => string;
};

/** Whose an asking is, where it found an account. */
export type Whose = {
  readonly societyId: SocietyId;
  readonly memberId: MemberId;
  readonly accountId: AccountId;
};
