import { randomInt } from "node:crypto";
import { type MailId, newId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant } from "../../kernel/time.ts";
import { newToken } from "../../platform/crypto/tokens.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { CheckId } from "./store.ts";

/** What one mail carries; only its MAC and hash are kept. */
export type Minted = {
  readonly id: CheckId;
  readonly mailId: MailId;
  /** Six digits. */
  readonly code: string;
  readonly token: { readonly text: string; readonly hash: string };
};

export const mintCheck = (now: Instant): Minted => ({
  id: newId<"mail-check">(epochMsOf(now)),
  mailId: newId<"mail">(epochMsOf(now)),
  code: String(randomInt(10 ** 6)).padStart(6, "0"),
  token: newToken(),
});

/** Bound to its mail, so that equal codes do not look alike. */
export const codeText = (id: CheckId, code: string): string => `${id} ${code}`;

/** In constant time, also for a code that an earlier secret signed. */
export const isCode = (
  secrets: Secrets,
  check: { readonly id: CheckId; readonly codeMac: string },
  code: string,
): boolean => secrets.isMac("mail-code", codeText(check.id, code), check.codeMac);
