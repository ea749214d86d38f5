import type { AccountId } from "../../../kernel/ids.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Secrets, Token } from "../../../platform/crypto/types.ts";
import { foldPrinted } from "../../provisional/index.ts";

const purpose = "temporary-password";

/** Nobody has such an account: what is compared where there is none. */
const nobody = "00000000-0000-7000-8000-000000000000";

/** As it is kept: 57 bits of chance under a key, so that a sign-in costs no second hash. */
export const macOf = (secrets: Secrets, accountId: AccountId, typed: string): string =>
  secrets.mac(purpose, `${accountId} ${foldPrinted(typed)}`);

type Compared = { readonly accountId: string | null; readonly mac: string | null };

/** Whether it is the one that was mailed. Costs the same where none was, or there is no account. */
export const isTemporary = (
  secrets: Secrets,
  { accountId, mac }: Compared,
  typed: string,
): boolean => {
  const isRight = secrets.isMac(purpose, `${accountId ?? nobody} ${foldPrinted(typed)}`, mac ?? "");
  return mac !== null && isRight;
};

/** The reset's token at this browser: the same however often it comes with the same password. */
export const tokenOf = (secrets: Secrets, mac: string, browserToken: string): Token => {
  const text = secrets.mac(purpose, `reset ${mac} ${browserToken}`);
  return { text, hash: hashToken(text) };
};
