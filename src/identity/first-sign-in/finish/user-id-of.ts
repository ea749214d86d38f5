import type { Policy } from "../../../society/policy.ts";
import { issuedAsUserId, type UserId } from "../../user-ids/index.ts";
import type { State } from "../types.ts";

/** The chosen user ID, or the issued one where none was or may be chosen. */
export const userIdOf = (policy: Policy, { userId, issuedId }: State): UserId => {
  const isFixed = policy.firstSignIn.style === "new" && policy.userId.changeable === "never";
  return isFixed || userId === null ? issuedAsUserId(issuedId) : userId;
};
