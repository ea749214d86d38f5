import type { AccountId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import {
  type CheckCounts,
  countChecks,
  type KeptCheck,
  newestCheck,
} from "../../mail-check/index.ts";
import type { Place } from "../method.ts";
import { type MailStep, steps } from "./rules.ts";

/** The newest one to the owner's address that this attempt sent; null: none. */
export const newestMail = async (
  tx: Tx,
  { scene, owner }: Place,
  step: MailStep,
): Promise<KeptCheck | null> => {
  const { email } = owner;
  return email === null ? null : newestCheck(tx, { flowId: scene.flow.id, step, email });
};

/** What was sent so far. */
export type Mailed = { readonly newest: KeptCheck | null; readonly counts: CheckCounts };

/** Many attempts at once take turns here, or each would see room for one more mail. */
const holdAccount = (tx: Tx, accountId: AccountId): void =>
  tx.write(sql`
    select from account where society_id = ${tx.society} and id = ${accountId} for no key update`);

const countsOf = (tx: Tx, subjectId: AccountId, now: Instant): Promise<CheckCounts> => {
  holdAccount(tx, subjectId);
  return countChecks(tx, { subjectId, steps, now });
};

export const mailedSoFar = async (tx: Tx, place: Place, step: MailStep): Promise<Mailed> => {
  const [counts, newest] = await Promise.all([
    countsOf(tx, place.owner.accountId, place.scene.now),
    newestMail(tx, place, step),
  ]);
  return { counts, newest };
};
