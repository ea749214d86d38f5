import type { Secrets } from "../../../platform/crypto/types.ts";

/**
 * Derived from the flow's own token, so that a double submit and a lost answer get the same session
 * and not a second one. Only for the browser that holds that token.
 */
export const sessionToken = (secrets: Secrets, flowToken: string): string =>
  secrets.mac("session", flowToken);
