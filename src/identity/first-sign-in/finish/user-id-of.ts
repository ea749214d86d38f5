import type { Policy } from "../../../society/policy.ts";
import { issuedAsUserId, type UserId } from "../../user-ids/index.ts";
import type { State } from "../types.ts";

/** Whether the ID of the letter is everybody's user ID: the classic way always asks for one. */
export const isIdFixed = ({ firstSignIn, userId }: Policy): boolean =>
  firstSignIn.style === "new" && userId.changeable === "never";

/** The chosen user ID, or the issued one where none was or may be chosen. */
export const userIdOf = (policy: Policy, { userId, issuedId }: State): UserId =>
  isIdFixed(policy) || userId === null ? issuedAsUserId(issuedId) : userId;
