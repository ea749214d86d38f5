import { act, type FlowServices, memberScene } from "../../flow/index.ts";
import { writeCookie } from "../../platform/http/cookies.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import { noSessionCookie } from "../sessions/index.ts";
import { endSessions } from "./end.ts";
import { mostShown, shownSessions } from "./shown.ts";
import { livingSessions } from "./store.ts";
import { type Done, ownSessionsWords } from "./text.ts";
import { SessionsPage } from "./views/sessions-page.tsx";

type Services = Pick<FlowServices, "database" | "secrets">;

const path = "/profile/sessions";

const doneIn = (c: WebContext): Done | null => {
  const done = c.req.query("done") ?? "";
  return Object.hasOwn(ownSessionsWords("ja").done, done) ? (done as Done) : null;
};

const page = async (c: WebContext, { database }: Services) => {
  const { request, session, society, now } = memberScene(c);
  const { lang, view } = request;
  const living = await database.inSociety(society.id, (tx) =>
    livingSessions(tx, session.accountId, { now, most: mostShown + 1 }),
  );
  const sessions = shownSessions(living, { lang, current: session.id });
  const shown = { sessions: sessions.slice(0, mostShown), hasMore: sessions.length > mostShown };
  return c.html(<SessionsPage view={view()} {...shown} done={doneIn(c)} />);
};

const submit = async (c: WebContext, services: Services) => {
  const scene = memberScene(c);
  const wanted = scene.request.form.end ?? "";
  const judged = await act(services, endSessions, { scene, input: { wanted } });
  if (judged.kind === "none" || !judged.isOwnToo)
    return c.redirect(`${path}?done=${judged.kind}`, 303);
  writeCookie(c, noSessionCookie, scene.request.browser.secure);
  return c.redirect("/sign-in?signed-out", 303);
};

/** `/profile/sessions`: where somebody is signed in, and out again. */
export const ownSessionsRoutes =
  (services: Services) =>
  (web: Web): void => {
    web.get(path, (c) => page(c, services));
    web.post(path, (c) => submit(c, services));
  };
