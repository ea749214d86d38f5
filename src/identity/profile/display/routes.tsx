import { act, actionOf, form, messagesOf, oneOf, type Typed } from "../../../flow/index.ts";
import { rememberLook } from "../../../platform/http/preferences.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import { memberDid } from "../../accounts/index.ts";
import { keptFor } from "../../kept-forms/index.ts";
import { leaveNotice } from "../notice.ts";
import type { ProfileServices } from "../types.ts";
import { visitOf } from "../visit.ts";
import { DisplayPage, languages, textSizes } from "./page.tsx";
import { type Display, keepDisplay } from "./store.ts";
import { displayWords } from "./text.ts";

const displayForm = form({ language: oneOf(languages), textSize: oneOf(textSizes) });

/** Its owner's wish, and nothing that opens or shuts an account: no mail tells of it. */
const changeDisplay = actionOf<Display, null, null>({
  load: async () => null,
  decide: ({ scene: { session }, input }) => ({
    outcome: null,
    changes: [keepDisplay(session.accountId, input)],
    facts: [memberDid("account.display-changed", session, { ...input })],
  }),
});

type Showing = { readonly typed: Typed; readonly errors: Record<string, string> };

const show = (c: WebContext, { typed, errors }: Showing) => {
  const { language = "", textSize = "" } = typed;
  const view = c.get("request").view();
  return c.html(
    <DisplayPage view={view} language={language} textSize={textSize} errors={errors} />,
  );
};

const errorsOf = (c: WebContext, typed: Typed): Record<string, string> => {
  const { lang } = c.get("request");
  const words = displayWords(lang);
  const labels = { language: words.language, textSize: words.textSize };
  const read = displayForm(typed);
  return read.ok ? {} : messagesOf(lang, { labels, messages: {} }, read.errors);
};

/** `/profile/display`: the address says which answer was refused, for nothing else can be wrong. */
const displayPage = (c: WebContext, services: ProfileServices) => {
  const { session, request } = visitOf(c, services);
  const query = c.req.query();
  const standing = { language: session.language, textSize: session.textSize ?? request.size };
  const typed = query.refused === undefined ? (keptFor(c) ?? standing) : query;
  const errors = query.refused === undefined ? {} : errorsOf(c, typed);
  return show(c, { typed, errors });
};

const submitDisplay = async (c: WebContext, services: ProfileServices) => {
  const scene = visitOf(c, services);
  const { form: typed } = scene.request;
  const read = displayForm(typed);
  if (!read.ok) {
    const kept = Object.entries(typed).filter(([name]) => !(name in read.errors));
    const own = kept.filter(([name]) => name === "language" || name === "textSize");
    const query = new URLSearchParams({ refused: "", ...Object.fromEntries(own) });
    return c.redirect(`/profile/display?${query}`, 303);
  }
  await act(services, changeDisplay, { scene, input: read.input });
  rememberLook(c, { lang: read.input.language, size: read.input.textSize });
  leaveNotice(c, services.secrets, { what: "display" });
  return c.redirect("/profile", 303);
};

/** 「表示の設定」 */
export const displayRoutes =
  (services: ProfileServices) =>
  (web: Web): void => {
    web.get("/profile/display", (c) => displayPage(c, services));
    web.post("/profile/display", (c) => submitDisplay(c, services));
  };
