import { actionOf } from "../../../flow/index.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import { memberDid, noticeAddresses } from "../../accounts/index.ts";
import { changedMails, setPassword } from "../../password-reset/index.ts";
import { endOtherSessions, renewSession } from "../../sessions/index.ts";
import { holdOwner, type Owner } from "./store.ts";

export type NewPassword = {
  /** Of the new one. */
  readonly hash: string;
  /** Of the one that it was judged beside. */
  readonly hashBefore: string;
  /** Of the session's next token. */
  readonly tokenHash: string;
  readonly signsOutEverywhere: boolean;
};

/** `meanwhile`: it is another one by now than it was judged beside; nothing is written. */
export type Changed =
  | { readonly what: "changed"; readonly endsOthers: boolean }
  | { readonly what: "meanwhile"; readonly hash: string };

/** A new password, a new token of this session, and the end of all others where that is wished. */
export const changePassword = actionOf<NewPassword, Owner, Changed>({
  load: (tx, { session }) => holdOwner(tx, session.accountId),
  decide: ({ scene: { society, session, request, now }, input, loaded: owner }) => {
    const { hash, hashBefore, tokenHash, signsOutEverywhere } = input;
    if (owner.hash !== hashBefore) return { outcome: { what: "meanwhile", hash: owner.hash } };
    const { accountId, memberId, id, amr, provedAt } = session;
    const endsOthers = signsOutEverywhere || society.policy.session.onPasswordChange === "end";
    const entranceId = request.entrance.id;
    return {
      outcome: { what: "changed", endsOthers },
      changes: [
        setPassword({ accountId, hash, now, confirmsEmail: false }),
        renewSession({ id, entranceId, tokenHash, amr, at: now, provedAt }),
        async (tx) => {
          if (endsOthers) await endOtherSessions(tx, accountId, id, now);
        },
      ],
      facts: [memberDid("account.password-changed", session, { everywhere: endsOthers })],
      mails: changedMails({
        addresses: noticeAddresses(owner),
        language: owner.language,
        society,
        memberId,
        initials: initialsOf(owner.nameKana),
        at: now,
        endsOthers,
        resetsFactors: false,
      }),
    };
  },
});
