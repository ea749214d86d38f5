import type { Secrets } from "../../../platform/crypto/types.ts";
import { sessionToken } from "../../sessions/index.ts";

/**
 * The session's token after a change of the password. Derived from the one before, so that both presses
 * of a double submit come to the same; without KENPO_SECRET nobody derives it.
 */
export const tokenAfter = (secrets: Secrets, token: string): string =>
  sessionToken(secrets, `password ${token}`);
