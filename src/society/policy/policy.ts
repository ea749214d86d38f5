import { z } from "zod";
import { afterLoss } from "../dials/after-loss.ts";
import { dial } from "../dials/dial.ts";
import { email } from "../dials/email.ts";
import { firstSignIn } from "../dials/first-sign-in.ts";
import { letter } from "../dials/letter.ts";
import { lock } from "../dials/lock.ts";
import { maintenance } from "../dials/maintenance.ts";
import { password } from "../dials/password.ts";
import { recovery } from "../dials/recovery.ts";
import { retention } from "../dials/retention.ts";
import { secondFactor } from "../dials/second-factor.ts";
import { session } from "../dials/session.ts";
import { updateMails } from "../dials/update-mails.ts";
import { userId } from "../dials/user-id.ts";
import { contradictions, isDemandedOfAll } from "./policy-rules.ts";

const dials = z.strictObject({
  letter: letter.prefault({}),
  firstSignIn: firstSignIn.prefault({}),
  userId: userId.prefault({}),
  password: password.prefault({}),
  email: email.prefault({}),
  updateMails: updateMails.prefault({}),
  secondFactor: secondFactor.prefault({}),
  recovery: recovery.prefault({}),
  lock: lock.prefault({}),
  session: session.prefault({}),
  afterLoss: afterLoss.prefault({}),
  retention: retention.prefault({}),
  maintenance: dial(maintenance.default(null), {
    ja: "定期メンテナンス(なしは null)",
    en: "Monthly maintenance window; null for none",
  }),
});

/** Every dial as written, where one may depend on another. */
export type Dials = z.output<typeof dials>;

/** 8 characters beside everybody's second factor, 15 alone (NIST SP 800-63B-4 §3.1.1.2). */
const advisedMinLength = (policy: Dials) => (isDemandedOfAll(policy) ? 8 : 15);

/**
 * 運用方針: every dial of a society with its default, bounds, unit and explanation (`dials/`).
 * Defaults are what we advise to a new society. Bounds are what the standards allow (NIST SP
 * 800-63B-4, OWASP ASVS 5.0); where the five manuals ask for less, the dial allows it and
 * `weakerThanAdvised` marks it.
 */
export const policySchema = dials
  .superRefine((policy, context) => {
    // A dial that is out of its bounds contradicts others by that alone: it is told for itself.
    const broken = new Set(context.issues.map(({ path }) => path?.[0]));
    for (const { path, rule } of contradictions(policy))
      if (!broken.has(path[0]))
        context.addIssue({ code: "custom", path: [...path], params: { rule } });
  })
  .transform((policy) => ({
    ...policy,
    password: {
      ...policy.password,
      minLength: policy.password.minLength ?? advisedMinLength(policy),
    },
  }));

export type Policy = z.output<typeof policySchema>;
/** What a society's file may say: every dial optional. */
export type PolicyInput = z.input<typeof policySchema>;

/** A new society's policy. */
export const defaultPolicy: Policy = policySchema.parse({});
