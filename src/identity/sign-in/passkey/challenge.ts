import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import type { RequestContext } from "../../../platform/http/types.ts";
import { type Challenge, newChallenge } from "../../methods/passkey/index.ts";
import { isFresh } from "./rules.ts";

type Asker = Pick<RequestContext, "entrance" | "browser" | "now">;

/** No other browser can send it in, and this one at no other entrance. */
const aboutOf = ({ entrance, browser }: Asker) => `${entrance.id} ${browser.token}`;

/** A question for a page that anybody may open: kept in the page, so that strangers cause no row. */
export const sealChallenge = (
  secrets: Secrets,
  asker: Asker,
): { readonly challenge: string; readonly sealed: string } => {
  const asked = newChallenge(asker.now);
  const sealed = secrets.seal("passkey-challenge", aboutOf(asker), JSON.stringify(asked));
  return { challenge: asked.challenge, sealed };
};

/** @returns null when it is too old, altered, or another browser's */
export const openChallenge = (secrets: Secrets, asker: Asker, sealed: string): string | null => {
  try {
    const asked: Challenge = JSON.parse(secrets.open("passkey-challenge", aboutOf(asker), sealed));
    return isFresh(asked.askedAt, asker.now) ? asked.challenge : null;
  } catch {
    return null;
  }
};

/** What is kept of one that was answered. */
export const challengeHash = hashToken;
