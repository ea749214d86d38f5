import type { EntranceId } from "../../kernel/ids.ts";
import type { Secrets } from "../../platform/crypto/types.ts";

/** What counters are kept under instead of a user ID, known or not. @param loginKey folded */
export const loginMacOf = (secrets: Secrets, entranceId: EntranceId, loginKey: string): string =>
  secrets.mac("throttle", `login ${entranceId} ${loginKey}`);
