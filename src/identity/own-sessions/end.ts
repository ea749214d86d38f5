import { type ActionScene, actionOf } from "../../flow/index.ts";
import type { Tx } from "../../platform/database/types.ts";
import { memberDid } from "../accounts/index.ts";
import { endOtherSessions, endSession, endSessionsOf } from "../sessions/index.ts";
import { type Judged, judgeEnding } from "./rules.ts";
import { forgetBrowser, holdAccount, livingSessions, type OwnSession } from "./store.ts";

type Input = { readonly wanted: string };
type Ends = Exclude<Judged, { kind: "none" }>;

const ending =
  ({ session, now }: ActionScene, { kind, ids }: Ends) =>
  async (tx: Tx): Promise<void> => {
    const { accountId, id: keepId } = session;
    if (kind === "all") await endSessionsOf(tx, accountId, now);
    else if (kind === "others") await endOtherSessions(tx, accountId, keepId, now);
    else
      for (const id of ids) {
        forgetBrowser(tx, accountId, { id, keepId });
        endSession(tx, id, now);
      }
  };

/** 「サインアウト」 of one device, of all others, of all. Who is asked nothing: it takes nothing away. */
export const endSessions = actionOf<Input, readonly OwnSession[], Judged>({
  load: async (tx, { session: { accountId }, now }) => {
    await holdAccount(tx, accountId);
    return livingSessions(tx, accountId, { now, most: null });
  },
  decide: ({ scene, input: { wanted }, loaded }) => {
    const { session } = scene;
    const judged = judgeEnding(wanted, loaded, session.id);
    if (judged.kind === "none") return { outcome: judged };
    const { kind, ids } = judged;
    const details = kind === "one" ? { sessionId: ids[0] ?? null } : { which: kind };
    const fact = memberDid("account.sessions-ended", session, { ...details, count: ids.length });
    return { outcome: judged, changes: [ending(scene, judged)], facts: [fact] };
  },
});
