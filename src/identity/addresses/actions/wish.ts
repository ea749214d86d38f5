import { actionOf } from "../../../flow/index.ts";
import { memberDid } from "../../accounts/index.ts";
import { holdWhole, type Whole, writeWish } from "../store.ts";
import type { Done } from "../types.ts";

/** 「通知情報更新時のメール通知」, where the society lets its members choose; null: it does not. */
export const wish = actionOf<{ readonly wants: boolean }, Whole, Done | null>({
  load: (tx, { session }) => holdWhole(tx, session.accountId),
  decide: ({ scene: { society, session }, input: { wants }, loaded }) => {
    const isOpen = society.policy.updateMails.mode === "by-preference";
    if (!isOpen || loaded.addresses.email === null) return { outcome: null };
    const outcome = wants ? "notices-on" : "notices-off";
    if (loaded.wantsUpdateMails === wants) return { outcome };
    return {
      outcome,
      changes: [writeWish(session.accountId, wants)],
      facts: [memberDid("account.update-mails-set", session, { wants })],
    };
  },
});
