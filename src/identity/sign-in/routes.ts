import { originOf, recordFacts } from "../../audit/index.ts";
import { forgetTyped, readCookie, writeCookie } from "../../platform/http/cookies.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import { memberDid } from "../accounts/index.ts";
import { resetCookie } from "../password-reset/index.ts";
import { endSession, noSessionCookie, rememberEnded } from "../sessions/index.ts";
import { attempt } from "./attempt.ts";
import { guard } from "./guarded.ts";
import { show } from "./pages.tsx";
import { attemptPasskey } from "./passkey/attempt.ts";
import type { SignInServices } from "./services.ts";

/** `/` and `/sign-in`, `/sign-in/passkey`, `/sign-out`. A signed-in member's `/` belongs to home, mounted before. */
export const signInRoutes =
  (services: SignInServices) =>
  (web: Web): void => {
    const page = async (c: WebContext): Promise<Response> => {
      const request = c.get("request");
      const { secure } = request.browser;
      if (request.session) return c.redirect("/", 303);
      const token = readCookie(c, "session", secure) ?? "";
      if (token !== "") rememberEnded(c, token);
      const byMember = c.req.query("signed-out") !== undefined;
      return show(c, services, {
        ended: byMember ? "by-member" : token !== "" ? "by-limit" : null,
      });
    };
    guard(services.secrets)(web);
    web.get("/", page);
    web.get("/sign-in", page);
    web.post("/sign-in", (c) => attempt(c, services));
    web.post("/sign-in/passkey", (c) => attemptPasskey(c, services));
    // The language switch of a page that a POST showed leads here.
    web.get("/sign-in/passkey", (c) => c.redirect("/sign-in", 303));
    web.post("/sign-out", async (c) => {
      const request = c.get("request");
      const { session, now, browser } = request;
      if (session)
        await services.database.inSociety(session.societyId, async (tx) => {
          endSession(tx, session.id, now);
          recordFacts(tx, [memberDid("account.signed-out", session)], {
            origin: originOf(request),
            at: now,
          });
        });
      writeCookie(c, noSessionCookie, browser.secure);
      // A reset that was begun here is not the next one's; its end refuses too, whoever kept the cookie.
      writeCookie(c, { name: resetCookie.cookie, value: "", seconds: 0 }, browser.secure);
      forgetTyped(c, browser.secure);
      return c.redirect("/sign-in?signed-out", 303);
    });
  };
