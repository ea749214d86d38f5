import { type AccountId, newId } from "../../kernel/ids.ts";
import { epochMsOf, later } from "../../kernel/time.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import type { RequestContext } from "../../platform/http/types.ts";
import { lifetimeDays } from "./rules.ts";
import { insertConfirmation } from "./store.ts";

type Asking = {
  readonly accountId: AccountId;
  readonly email: string;
  readonly request: RequestContext;
};

/** The rows of a confirmation, and the address of its page for the mail. */
export const askToConfirm = ({ accountId, email, request }: Asking) => {
  const token = newToken();
  const { entrance, now } = request;
  return {
    href: `${entrance.origin}/confirm-address/${token.text}`,
    change: insertConfirmation({
      id: newId<"confirmation">(epochMsOf(now)),
      accountId,
      entranceId: entrance.id,
      email,
      tokenHash: token.hash,
      sentAt: now,
      expiresAt: later(now, { days: lifetimeDays }),
    }),
  };
};
