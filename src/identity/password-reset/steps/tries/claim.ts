import type { Scene } from "../../../../flow/index.ts";
import { type Refusal, refuse } from "../../../../kernel/result.ts";
import type { Secrets } from "../../../../platform/crypto/types.ts";
import { networkOf } from "../../../../platform/http/source.ts";
import type { State } from "../../types.ts";
import type { FailedTries, WrongClaim } from "./store.ts";

/** Wrong claims within a day until no more are judged; a source may fail more often: a company is one. */
const limits = { ofAccount: 15, ofSource: 300 };

/** A claim of this request, as it counts on its account's resets and its source: MACs only. */
export const wrongClaim = (secrets: Secrets, { request, flow, now }: Scene<State>): WrongClaim => ({
  entranceId: flow.entranceId,
  sourceMac: secrets.mac("throttle", `source ${networkOf(request.source)}`),
  loginMac: secrets.mac("throttle", `reset ${flow.subjectId}`),
  reference: request.id,
  accountId: flow.subjectId,
  at: now,
});

/** Why no claim is judged now, or null. */
export const triesRefused = ({ ofAccount, ofSource }: FailedTries): Refusal | null => {
  if (ofAccount >= limits.ofAccount) return refuse("reset-refused");
  return ofSource >= limits.ofSource ? refuse("source-refused") : null;
};
