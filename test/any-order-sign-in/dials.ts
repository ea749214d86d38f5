import fc from "fast-check";
import { defaultPolicy, type Policy } from "../../src/society/policy/policy.ts";

type SecondFactor = Policy["secondFactor"];

/** What of a policy a sign-in looks at, short enough to be read in a failing story. */
export type Dials = {
  readonly demand: SecondFactor["demand"];
  readonly requiredOf: readonly SecondFactor["requiredOf"][number][];
  readonly methods: readonly SecondFactor["methods"][number][];
  readonly factorTries: number;
  readonly release: Policy["lock"]["release"];
};

/** Fewer than any society has: locks are to come often. */
export const codeMinutes = 10;

export const policyWith = ({
  demand,
  requiredOf,
  methods,
  factorTries,
  release,
}: Dials): Policy => ({
  ...defaultPolicy,
  secondFactor: {
    demand,
    requiredOf: [...requiredOf],
    methods: [...methods],
    recommended: methods[0] ?? "totp",
  },
  lock: { ...defaultPolicy.lock, factorTries, release, minutes: 20, latestHours: 1 },
  recovery: { ...defaultPolicy.recovery, codeLifetimeMinutes: codeMinutes },
});

const pick = <const T>(...all: readonly T[]) => fc.constantFrom(...all);

export const dials: fc.Arbitrary<Dials> = fc.record({
  demand: pick("required", "required", "optional"),
  requiredOf: pick(["insured-person", "dependent"], ["insured-person"], ["dependent"]),
  methods: pick(
    ["passkey", "totp", "mail-otp"],
    ["passkey", "totp", "mail-otp"],
    ["passkey", "totp"],
    ["totp"],
    ["mail-otp"],
    ["passkey"],
  ),
  factorTries: pick(2, 3, 5),
  release: pick("timed", "timed", "staff-or-reset"),
});
