import type { Web, WebContext } from "../../platform/http/types.ts";
import type { Gate } from "../gates/index.ts";
import { coverDays, coverNow } from "./standing.ts";
import { OverPage, ReadOnlyPage } from "./views/pages.tsx";

const path = "/cover-ended";

/** When also the time to read is over: contact and sign-out are all that is left. */
export const coverGate: Gate = {
  name: "cover-ended",
  path,
  isShut: ({ session, society, request: { now } }) =>
    coverNow({ session, society, now }) === "over",
};

const page = (c: WebContext) => {
  const { session, society, now, lang, view } = c.get("request");
  const days = session && society && coverDays(lang, { session, society });
  if (!days) return c.redirect("/", 303);
  const cover = coverNow({ session, society, now });
  if (cover === "covered") return c.redirect("/", 303);
  const Shown = cover === "over" ? OverPage : ReadOnlyPage;
  return c.html(<Shown view={view()} {...days} />);
};

/**
 * `/cover-ended`, and what leads there: after 資格喪失日 nothing is handed in any more, neither an
 * application nor a booking. The ways to sign in are a member's own as before. To stand before the
 * services.
 */
export const afterCoverRoutes = (web: Web): void => {
  web.use("/services/*", async (c, next) => {
    const { session, society, now } = c.get("request");
    const isWrite = c.req.method === "POST" && session !== null && society !== null;
    if (isWrite && coverNow({ session, society, now }) !== "covered") return c.redirect(path, 303);
    return next();
  });
  web.get(path, page);
};
