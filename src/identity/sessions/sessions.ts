import { type AccountId, newId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant, later, secondsBetween } from "../../kernel/time.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import { readCookie, writeCookie } from "../../platform/http/cookies.ts";
import type { Amr, RequestContext, Session, WebContext } from "../../platform/http/types.ts";
import type { Policy } from "../../society/policy/policy.ts";
import type { Entrance } from "../../society/types.ts";
import { deviceName } from "./device.ts";
import { endSession, findSession, insertSession, touchSession } from "./store.ts";

/** The row says less often than this that its owner is there, or every page would be a write. */
const touchEverySeconds = 60;

/** What one look-up at each request answers: the session of the cookie, if it still lives. */
export const sessionReader =
  (database: Database) =>
  async (token: string, entrance: Entrance, now: Instant): Promise<Session | null> => {
    const found = await findSession(database, {
      entranceId: entrance.id,
      tokenHash: hashToken(token),
      now,
    });
    if (!found) return null;
    if (secondsBetween(found.seenAt, now) < touchEverySeconds) return found;
    await database.inSociety(found.societyId, async (tx) => touchSession(tx, found.id, now));
    return { ...found, seenAt: now };
  };

type Beginning = {
  readonly accountId: AccountId;
  readonly token: string;
  readonly policy: Policy["session"];
  readonly request: RequestContext;
  /** By what its owner was known. */
  readonly amr: readonly Amr[];
};

/** The rows of a session for this browser. @returns a change for the caller's transaction */
export const beginSession = ({ accountId, token, policy, request, amr }: Beginning) =>
  insertSession(
    {
      id: newId<"session">(epochMsOf(request.now)),
      accountId,
      entranceId: request.entrance.id,
      tokenHash: hashToken(token),
      startedAt: request.now,
      endsAt: later(request.now, { hours: policy.absoluteHours }),
      idleSeconds: policy.idleMinutes * 60,
      device: deviceName(request.userAgent),
      source: request.source,
      amr,
    },
    hashToken(request.browser.token),
  );

/** Gone with the browser's window; the server ends it earlier by its limits. */
export const sessionCookie = (token: string) => ({ name: "session", value: token, seconds: null });
export const noSessionCookie = { name: "session", value: "", seconds: 0 };

/**
 * Derived from the token of the flow that leads to it, so that a double submit and a lost answer get
 * the same session and not a second one. Only for the browser that holds that token.
 */
export const sessionToken = (secrets: Secrets, flowToken: string): string =>
  secrets.mac("session", flowToken);

/** Whoever had signed in at this browser before, perhaps of another society, is there no longer. */
export const endEarlier = async (
  { database }: { readonly database: Database },
  { session, now }: Pick<RequestContext, "session" | "now">,
): Promise<void> => {
  if (session)
    await database.inSociety(session.societyId, async (tx) => endSession(tx, session.id, now));
};

/**
 * The token of a session that a limit ended stays in this browser under another name: it opens nothing,
 * but says whose form comes too late from a page that was left open.
 */
export const rememberEnded = (c: WebContext, token: string): void => {
  const { secure } = c.get("request").browser;
  writeCookie(c, noSessionCookie, secure);
  writeCookie(c, { name: "ended", value: token, seconds: null }, secure);
};

/** Of the session that this browser came with or had last; only for who is not signed in. */
export const endedToken = (c: WebContext): string | null => {
  const { secure } = c.get("request").browser;
  return readCookie(c, "session", secure) || readCookie(c, "ended", secure) || null;
};

/** Its token says which browser a form was kept for (kept-forms/); gone when the form's time is over. */
export const keptCookie = "kept";

/** Whether a form of this browser waits for its owner to sign in again. */
export const isKeeping = (c: WebContext): boolean =>
  (readCookie(c, keptCookie, c.get("request").browser.secure) ?? "") !== "";

/** Whether the session that a browser came with still lives, after what happened since. */
export const livingSession =
  ({ database }: { readonly database: Database }) =>
  async (c: WebContext): Promise<boolean> => {
    const { entrance, now, browser } = c.get("request");
    const token = readCookie(c, "session", browser.secure);
    return token !== undefined && (await sessionReader(database)(token, entrance, now)) !== null;
  };
