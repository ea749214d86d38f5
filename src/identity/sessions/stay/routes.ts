import { clockIn } from "../../../kernel/moments.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Database } from "../../../platform/database/types.ts";
import { readCookie } from "../../../platform/http/cookies.ts";
import { ownPath } from "../../../platform/http/own-path.ts";
import type { RequestContext, Session, Web, WebContext } from "../../../platform/http/types.ts";
import { findSession } from "../store.ts";
import { leftOf } from "./rules.ts";

/** What a page tells its reader of the session's end. */
export type Leaves = {
  /** 0: it has ended. */
  readonly seconds: number;
  /** Clock time in Tokyo, as people say it. */
  readonly at: string;
  /** It cannot be put off. */
  readonly isLast: boolean;
};

export const leavesOf = (
  session: Pick<Session, "seenAt" | "idleSeconds" | "endsAt">,
  { now, lang }: Pick<RequestContext, "now" | "lang">,
): Leaves => {
  const { seconds, until, isLast } = leftOf(session, now);
  return { seconds, at: clockIn(lang, until), isLast };
};

const over: Leaves = { seconds: 0, at: "", isLast: true };

/** Asked by a page by itself: nothing lives longer by it. */
const standing = async (c: WebContext, database: Database) => {
  const request = c.get("request");
  const { entrance, now, browser } = request;
  const token = readCookie(c, "session", browser.secure);
  const session =
    token &&
    (await findSession(database, {
      entranceId: entrance.id,
      tokenHash: hashToken(token),
      now,
    }));
  return c.json(session ? leavesOf(session, request) : over);
};

/** 「続ける」: that its owner asked is the sign of life, as with every page. */
const stay = (c: WebContext) => {
  const request = c.get("request");
  if (c.req.header("accept") !== "application/json")
    return c.redirect(ownPath(request.form.return), 303);
  return c.json(request.session ? leavesOf(request.session, request) : over);
};

/** `/session/…`: what the note of every page of the signed-in asks and sends. */
export const sessionRoutes =
  ({ database }: { readonly database: Database }) =>
  (web: Web): void => {
    web.get("/session/standing", (c) => standing(c, database));
    web.post("/session/stay", stay);
  };
