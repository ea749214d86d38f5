import type { Secrets } from "../../platform/crypto/types.ts";
import type { RequestId } from "./types.ts";

const addressText = (email: string) => `recovery address ${email.toLowerCase()}`;

/** What an asking keeps of the typed address. */
export const emailMacOf = (secrets: Secrets, email: string): string =>
  secrets.mac("throttle", addressText(email));

export const isEmail = (secrets: Secrets, email: string, mac: string): boolean =>
  secrets.isMac("throttle", addressText(email), mac);

/**
 * What an asking keeps of its claim: a MAC of all of it, and of a 本人確認 also one of the card's number
 * and one of the person, by which it is known as a guess at somebody.
 */
export const claimMacOf = (
  secrets: Secrets,
  about: string,
  parts: readonly (readonly string[])[],
): string => {
  const macOf = (what: string, part: readonly string[]) =>
    secrets.mac("throttle", [`recovery ${about} ${what}`, ...part].join("\n"));
  const each = parts.length > 1 ? parts.map((part, i) => macOf(`part ${i}`, part)) : [];
  return [macOf("all", parts.flat()), ...each].join(".");
};

/** Bound to its asking, so that equal codes do not look alike. */
const codeText = (id: RequestId, code: string) => `recovery ${id} ${code}`;

export const codeMacOf = (secrets: Secrets, id: RequestId, code: string): string =>
  secrets.mac("mail-code", codeText(id, code));

/** As long as a MAC, and nobody's: who was not found is compared all the same. */
const nobodys = "A".repeat(43);

export const isCode = (
  secrets: Secrets,
  { id, codeMac }: { readonly id: RequestId; readonly codeMac: string | null },
  code: string,
): boolean =>
  secrets.isMac("mail-code", codeText(id, code), codeMac ?? nobodys) && codeMac !== null;
