import type { ActionScene, Effects } from "../../flow/index.ts";
import { newId } from "../../kernel/ids.ts";
import { epochMsOf } from "../../kernel/time.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import { worksUntil } from "../../society/index.ts";
import { memberDid } from "../accounts/index.ts";
import { changedMail, type What } from "./mail/changed.ts";
import { type Addresses, isSamePair, undoHours, undoneFirst, whomToTell } from "./rules.ts";
import { insertChange, type Whole, writeAddresses } from "./store.ts";

/** What a change is on record as. */
const actions = {
  main: "account.address-changed",
  "second-set": "account.second-address-set",
  "second-removed": "account.second-address-removed",
  swapped: "account.addresses-swapped",
} as const satisfies Record<What, string>;

type Changing = {
  readonly what: What;
  /** As the account is, held. */
  readonly whole: Whole;
  readonly after: Addresses;
};

/** An address that was there already, and is shown to work: nothing is another one, and nobody is told. */
const confirmed = ({ session }: ActionScene, after: Addresses): Required<Effects> => ({
  changes: [writeAddresses(session.accountId, after)],
  facts: [memberDid("account.address-confirmed", session)],
  mails: [],
});

/**
 * Other addresses in force at once; those of before are told, and the main one of them may bring back
 * the oldest of the last days.
 */
export const changeAddresses = (
  scene: ActionScene,
  { what, whole, after }: Changing,
): Required<Effects> => {
  const { society, session, now, request } = scene;
  const { addresses: before, undoable, initials, language } = whole;
  if (isSamePair(before, after)) return confirmed(scene, after);
  const told = whomToTell({ before, after, undoable }, now);
  const first = undoneFirst(before, undoable, now);
  const id = newId<"address-change">(epochMsOf(now));
  const token = told.some(({ canUndo }) => canUndo) ? newToken() : null;
  const until = worksUntil(society.policy.maintenance, now, { hours: undoHours });
  const href = token && `${request.entrance.origin}/undo-address/${token.text}`;
  const { accountId, memberId, startedAt: sessionStartedAt } = session;
  const change = insertChange({
    id,
    accountId,
    entranceId: request.entrance.id,
    at: now,
    sessionStartedAt,
    before,
    after,
    button: token && { tokenHash: token.hash, undoes: first?.id ?? id, until },
  });
  const about = { what, after, society, memberId, initials, language, at: now };
  return {
    changes: [writeAddresses(accountId, after), change],
    facts: [memberDid(actions[what], session)],
    mails: told.map(({ to, canUndo }) =>
      changedMail({
        ...about,
        to,
        undo: canUndo && href ? { href, until, back: first?.email ?? null } : null,
      }),
    ),
  };
};
