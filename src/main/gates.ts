import { coverGate } from "../identity/after-cover/index.ts";
import type { Gate } from "../identity/gates/index.ts";
import { passwordGate } from "../identity/password-expiry/index.ts";
import { termsGate } from "../identity/terms-consent/index.ts";

/** In this order a signed-in member meets them. */
export const gates: readonly Gate[] = [coverGate, termsGate, passwordGate];
