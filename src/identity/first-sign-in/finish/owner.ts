import type { Scene } from "../../../flow/index.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { hasFactor, type Owner } from "../../methods/index.ts";
import { isVerified } from "../flow.ts";
import type { State } from "../types.ts";
import { userIdOf } from "./user-id-of.ts";

const confirmedBefore = ({ former }: State): string | null =>
  former?.isEmailConfirmed ? former.email : null;

/** The address to be registered, where its mail was received: here, or when the account confirmed it. */
const provedAddress = (state: State): string | null => {
  const { email } = state;
  if (email === null || isVerified(email, state)) return email;
  return isSameAddress(email, confirmedBefore(state) ?? "") ? email : null;
};

/**
 * Whose second factors they are. Until the account's own are shown, it is known by what it has, and
 * nothing that was typed since counts: no code goes to an address that a finder of the letter chose.
 */
export const ownerOf = ({ flow, policy }: Pick<Scene<State>, "flow" | "policy">): Owner => {
  const { state, memberId } = flow;
  const { accountId, initials, factor } = state;
  const isKnown = factor.passed !== null || !hasFactor(factor.factors);
  const email = isKnown ? provedAddress(state) : confirmedBefore(state);
  const isEmailFresh = isKnown && email !== null && isVerified(email, state);
  const { shown: userId } = userIdOf(policy, state);
  return { accountId, memberId, userId, initials, email, isEmailFresh };
};
