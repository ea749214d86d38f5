import type { Change, FieldRefusals } from "../../../flow/index.ts";
import { type Refusal, refuse } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/time.ts";
import {
  codeTries,
  confirmCheck,
  countWrongCode,
  judgeCode,
  type KeptCheck,
} from "../../mail-check/index.ts";

type Answer = {
  /** The newest mail of this attempt: codes of others are wrong here. */
  readonly check: KeptCheck | null;
  readonly isRight: (check: KeptCheck) => boolean;
  readonly now: Instant;
};

type Wrong = {
  readonly kind: "wrong";
  readonly errors: FieldRefusals;
  readonly isCounted: boolean;
  readonly reason: string;
  readonly changes: readonly Change[];
};

/** The name of the field. */
export const field = "mailCode";

/** What cannot be judged is no guess. */
export const notJudged = (code: string): Wrong => ({
  kind: "wrong",
  errors: { [field]: refuse(code) },
  isCounted: false,
  reason: code,
  changes: [],
});

/** `code-wrong` of the mail check is `mail-otp-wrong` here. */
const ours = ({ code, facts }: Refusal): Refusal =>
  refuse(code.replace(/^code-/, "mail-otp-"), facts);

/** A right code is taken once: its mail is confirmed with it. */
export const judgeTyped = ({
  check,
  isRight,
  now,
}: Answer): Wrong | { readonly kind: "right"; readonly changes: readonly Change[] } => {
  if (check === null) return notJudged("mail-otp-none");
  if (check.confirmedAt !== null || check.wrong >= codeTries) return notJudged("mail-otp-over");
  if (now >= check.codeUntil) return notJudged("mail-otp-expired");
  const judged = judgeCode(check, isRight(check), now);
  if (judged.ok) return { kind: "right", changes: [confirmCheck(check.id, now)] };
  const refused = ours(judged);
  return {
    kind: "wrong",
    errors: { [field]: refused },
    isCounted: true,
    reason: "mail-otp-wrong",
    changes: [countWrongCode(check.id)],
  };
};
