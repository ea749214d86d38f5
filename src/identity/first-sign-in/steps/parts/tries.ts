import type { Scene } from "../../../../flow/index.ts";
import type { Secrets } from "../../../../platform/crypto/types.ts";
import { networkOf } from "../../../../platform/http/source.ts";
import type { FailedTry } from "../../store.ts";
import type { State } from "../../types.ts";

/** A try of this request, as it counts on its letter and its source: MACs only. */
export const tryOf = (
  secrets: Secrets,
  { request, flow, now }: Scene<State>,
  reason: FailedTry["reason"],
): FailedTry => ({
  entranceId: flow.entranceId,
  sourceMac: secrets.mac("throttle", `source ${networkOf(request.source)}`),
  loginMac: secrets.mac("throttle", `letter ${flow.subjectId}`),
  reference: request.id,
  credentialId: flow.subjectId,
  reason,
  at: now,
});
