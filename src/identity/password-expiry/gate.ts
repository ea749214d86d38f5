import type { Gate } from "../gates/index.ts";
import { hasExpired } from "./rules.ts";

/** Before the pages of the signed-in: another password first. Its page is the profile's. */
export const passwordGate: Gate = {
  name: "password-expired",
  path: "/password-expired",
  isShut: ({ session, society, request }) =>
    hasExpired({
      changedAt: session.passwordChangedAt,
      policy: society.policy.password,
      now: request.now,
    }),
};
