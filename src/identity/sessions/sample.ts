import { asId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import type { Session } from "../../platform/http/types.ts";
import type { Society } from "../../society/types.ts";

/** When all samples are; not the gallery's own, which is read only when somebody looks at it. */
const sampleNow = "2026-11-20T01:32:40.000Z" as Instant;

/** 鈴木 花子 signed in, for the gallery. */
export const sampleSession = (
  { id: societyId, policy }: Pick<Society, "id" | "policy">,
  own: Partial<Session> = {},
): Session => ({
  id: asId("01977420-0000-7000-8000-000000000007"),
  societyId,
  accountId: asId("01977420-0000-7000-8000-000000000008"),
  memberId: asId("01977420-0000-7000-8000-000000000003"),
  memberName: "鈴木 花子",
  lastSignedInAt: null,
  startedAt: sampleNow,
  seenAt: sampleNow,
  endsAt: later(sampleNow, { hours: policy.session.absoluteHours }),
  idleSeconds: policy.session.idleMinutes * 60,
  addressUnconfirmed: false,
  amr: ["password"],
  provedAt: sampleNow,
  factorMethod: null,
  addressFailed: false,
  hasSecondAddress: false,
  passwordChangedAt: sampleNow,
  language: "ja",
  textSize: null,
  termsVersion: null,
  lostOn: null,
  ...own,
});
