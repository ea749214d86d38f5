import { randomInt } from "node:crypto";
import type { Instant } from "../../../kernel/time.ts";
import { newToken } from "../../../platform/crypto/tokens.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { worksUntil } from "../../../society/index.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import { codeMacOf } from "../macs.ts";
import type { RequestId } from "../types.ts";

type Minting = {
  readonly secrets: Secrets;
  readonly id: RequestId;
  readonly policy: Policy;
  readonly now: Instant;
};

/** What one mail carries, and what is kept of it: MAC and hash alone. */
export const mintWay = ({ secrets, id, policy, now }: Minting) => {
  const { codeLifetimeMinutes, linkLifetimeMinutes } = policy.recovery;
  const code = String(randomInt(10 ** 6)).padStart(6, "0");
  const token = newToken();
  const codeUntil = worksUntil(policy.maintenance, now, { minutes: codeLifetimeMinutes });
  const expiresAt = worksUntil(policy.maintenance, now, { minutes: linkLifetimeMinutes });
  return {
    mailed: { code, token: token.text, codeUntil, expiresAt },
    kept: {
      codeMac: codeMacOf(secrets, id, code),
      codeUntil,
      tokenHash: token.hash,
      expiresAt,
    },
  };
};
