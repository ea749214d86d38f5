import { foldId } from "../../../kernel/width.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import { issuedAsUserId, type UserId } from "../../user-ids/index.ts";
import type { State } from "../types.ts";

/** Whether the ID of the letter is everybody's user ID: the classic way always asks for one. */
export const isIdFixed = ({ firstSignIn, userId }: Policy): boolean =>
  firstSignIn.style === "new" && userId.changeable === "never";

/** The user ID that is there without choosing: the account's own, or the letter's. */
export const givenUserId = ({ former, issuedId }: State): UserId =>
  former?.userId ?? issuedAsUserId(issuedId);

/** The chosen user ID, or the given one where none was or may be chosen. */
export const userIdOf = (policy: Policy, state: State): UserId =>
  isIdFixed(policy) || state.userId === null ? givenUserId(state) : state.userId;

/** Whether an ID is this person's without asking whose it is: of the letter, or of the account. */
export const isOwnId = (key: string, { former, issuedId }: State): boolean =>
  key === foldId(issuedId) || key === former?.userId.key;
