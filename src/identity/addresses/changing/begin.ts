import { type ActionScene, newFlow, writeFlow } from "../../../flow/index.ts";
import { later } from "../../../kernel/time.ts";
import { newToken } from "../../../platform/crypto/tokens.ts";
import type { Which } from "../rules.ts";
import { wholeOf } from "../store.ts";
import type { AddressesServices } from "../types.ts";
import { kind, lifetimeMinutes } from "./flow.ts";
import type { State } from "./types.ts";

/** Begins to change an address. No mail goes out yet. @returns the token for the flow's cookie */
export const beginChanging = (
  { database, secrets }: AddressesServices,
  { request, session, society }: ActionScene,
  which: Which,
): Promise<string> =>
  database.inSociety(society.id, async (tx) => {
    const { addresses, initials, passwordChangedAt } = await wholeOf(tx, session.accountId);
    const { accountId } = session;
    const asked = { accountId, initials, which, before: addresses, passwordChangedAt };
    const flow = newFlow<State>(
      { kind },
      {
        societyId: society.id,
        subjectId: accountId,
        memberId: session.memberId,
        policyVersion: society.version,
        expiresAt: later(request.now, { minutes: lifetimeMinutes }),
        state: { ...asked, email: null, provedBy: null, done: null },
        request,
      },
    );
    const token = newToken();
    writeFlow(tx, secrets, { flow, tokenHash: token.hash });
    return token.text;
  });
