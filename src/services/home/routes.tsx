import { type Instant, inTokyo } from "../../kernel/time.ts";
import type { RequestContext, Web } from "../../platform/http/types.ts";
import type { MaintenanceState } from "../../society/index.ts";
import type { Language } from "../../society/types.ts";
import { serviceTiles } from "../tiles.ts";
import { HomePage } from "./home-page.tsx";

/** As people say when they last came. */
export const dateTime = (lang: Language, at: Instant) => {
  const { year, month, day, hour, minute } = inTokyo(at);
  const two = (n: number) => String(n).padStart(2, "0");
  return lang === "ja"
    ? `${year}年${month}月${day}日 ${hour}時${two(minute)}分`
    : `${year}-${two(month)}-${two(day)} ${hour}:${two(minute)}`;
};

type HomeServices = {
  readonly maintenanceFor: (request: RequestContext) => MaintenanceState;
};

/** `/` of a signed-in member; for everybody else the sign-in page that is mounted after it. */
export const homeRoutes =
  ({ maintenanceFor }: HomeServices) =>
  (web: Web): void => {
    web.get("/", async (c, next) => {
      const request = c.get("request");
      const { session, society, view, lang, now } = request;
      if (!session || !society) return next();
      const tiles = serviceTiles.filter(({ name }) => society.services.includes(name));
      const last = session.lastSignedInAt;
      return c.html(
        <HomePage
          view={view()}
          session={session}
          society={society}
          now={now}
          maintenance={maintenanceFor(request)}
          lastSignIn={last === null ? null : dateTime(lang, last)}
          tiles={tiles}
          hasJustSent={c.req.query("sent") !== undefined}
          hasJustRegistered={c.req.query("registered") !== undefined}
        />,
      );
    });
  };
