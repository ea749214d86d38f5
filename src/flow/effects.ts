import { originOf, recordFacts } from "../audit/index.ts";
import type { Instant } from "../kernel/time.ts";
import { queueMails } from "../mail/index.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import type { Tx } from "../platform/database/types.ts";
import type { RequestContext } from "../platform/http/types.ts";
import type { Effects } from "./step.ts";

type By = {
  readonly secrets: Secrets;
  readonly request: RequestContext;
  readonly now: Instant;
};

/** Writes what was decided, with its facts and mails, in the caller's transaction. */
export const applyEffects = async (
  tx: Tx,
  { changes = [], facts = [], mails = [] }: Effects,
  { secrets, request, now }: By,
): Promise<void> => {
  const changed = changes.map((change) => change(tx));
  recordFacts(tx, facts, { origin: originOf(request), at: now });
  queueMails(tx, mails, { now, secrets });
  await Promise.all(changed);
};
