import { type Origin, recordFacts } from "../../audit/index.ts";
import { ok, type Result, refuse } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Database } from "../../platform/database/types.ts";
import { countChange, lockDirectory } from "../store.ts";
import type { Society } from "../types.ts";
import { deleteEnding, endingIn, insertEnding } from "./store.ts";

type Doing = { readonly reason: string; readonly origin: Origin; readonly now: Instant };

const fact = (action: string, society: Society["id"]) => ({
  action,
  actor: { kind: "operator" } as const,
  subject: { kind: "society", id: society },
});

/**
 * Nobody comes in any more; nothing is deleted. Running servers notice within a second. Refuses with
 * `closed-already`.
 */
export const closeSociety = (
  database: Database,
  { id, name }: Pick<Society, "id" | "name">,
  { reason, origin, now: at }: Doing,
): Promise<Result<null>> =>
  database.inSociety(id, async (tx) => {
    await lockDirectory(tx);
    if (await endingIn(tx)) return refuse("closed-already");
    insertEnding(tx, { name, reason, at });
    recordFacts(tx, [fact("society.closed", id)], { origin, at });
    countChange(tx);
    return ok(null);
  });

/** As if it had never been closed. Refuses with `not-closed`, and `erasing` once its rows go. */
export const reopenSociety = (
  database: Database,
  { id }: Pick<Society, "id">,
  { origin, now: at }: Omit<Doing, "reason">,
): Promise<Result<null>> =>
  database.inSociety(id, async (tx) => {
    await lockDirectory(tx);
    const ending = await endingIn(tx);
    if (!ending) return refuse("not-closed");
    if (ending.erasingAt) return refuse("erasing");
    deleteEnding(tx);
    recordFacts(tx, [fact("society.reopened", id)], { origin, at });
    countChange(tx);
    return ok(null);
  });
