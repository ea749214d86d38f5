import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Begun } from "../../second-factor/index.ts";
import { beginOwn } from "../begin.ts";
import { lifetimeMinutes, path } from "../flow.ts";
import type { ResetBeginning, ResetServices } from "../types.ts";
import { tokenOf } from "./secret.ts";
import { holdTemporary, useTemporary } from "./store.ts";

type Opening = Pick<ResetBeginning, "accountId" | "memberId" | "society" | "request"> & {
  /** Of the provisional password that was right. */
  readonly mac: string;
};

/** `gone`: another one was mailed since, or a password chosen. */
export type Opened =
  | { readonly kind: "begun"; readonly begun: Begun }
  | { readonly kind: "used" | "expired" | "gone" };

/**
 * The right provisional password of a mail: it serves one browser, and leads there to the page that
 * sets a new password; the same browser to the same page again, so that a double submit and a lost
 * answer lose nothing. In the caller's transaction.
 */
export const openTemporary = async (
  means: Pick<ResetServices, "secrets" | "methods">,
  tx: Tx,
  { mac, ...whose }: Opening,
): Promise<Opened> => {
  const { accountId, request } = whose;
  const { browser, now } = request;
  const held = await holdTemporary(tx, accountId);
  if (held?.mac !== mac) return { kind: "gone" };
  if (now >= held.expiresAt) return { kind: "expired" };
  const by = hashToken(browser.token);
  const token = tokenOf(means.secrets, mac, browser.token);
  if (held.usedBy === by) {
    const again = { token: token.text, seconds: lifetimeMinutes * 60, page: path };
    return { kind: "begun", begun: { ...again, facts: [], mails: [] } };
  }
  if (held.usedBy !== null) return { kind: "used" };
  useTemporary(tx, accountId, { by, at: now });
  const begun = await beginOwn(means, tx, {
    ...whose,
    ground: "temporary-password",
    isIdentityProved: held.isIdentityProved,
    mailedTo: held.sentTo,
    token,
    temporaryMac: mac,
  });
  return { kind: "begun", begun };
};
