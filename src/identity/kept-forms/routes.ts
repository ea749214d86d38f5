import { later } from "../../kernel/time.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { readCookie, writeCookie } from "../../platform/http/cookies.ts";
import type { Session, Web, WebContext } from "../../platform/http/types.ts";
import { endedToken, keptCookie } from "../sessions/index.ts";
import { toSignIn } from "../sign-in/index.ts";
import { toKeep } from "./rules.ts";
import { findEndedSession, forgetForm, keepForm, keptForm, type Which } from "./store.ts";
import type { KeptForm, KeptServices } from "./types.ts";

const about = ({ accountId, path }: Which) => `kept-form ${accountId} ${path}`;

/** Derived, so that a second submit replaces the first, and two pages wait under one cookie. */
const keptToken = (secrets: Secrets, sessionToken: string) =>
  secrets.mac("kept-form", sessionToken);

/**
 * The session ended while somebody typed: what is theirs waits, sealed, for the same account.
 * @returns whether it does
 */
const keep = async (
  c: WebContext,
  services: KeptServices,
  { fields }: KeptForm,
): Promise<boolean> => {
  const { database, secrets, registry } = services;
  const { form, now, entrance, browser } = c.get("request");
  const typed = toKeep(form, fields, c.req.path);
  const ended = endedToken(c);
  if (!typed || !ended) return false;
  const tokenHash = hashToken(ended);
  const whose = await findEndedSession(database, { entranceId: entrance.id, tokenHash, now });
  const minutes = whose && registry.society(whose.societyId)?.policy.session.keepInputMinutes;
  if (!minutes) return false;
  const token = keptToken(secrets, ended);
  const which = { ...whose, tokenHash: hashToken(token), path: c.req.path };
  const sealed = secrets.seal("kept-form", about(which), JSON.stringify(typed));
  const until = later(now, { minutes });
  await database.inSociety(whose.societyId, async (tx) =>
    keepForm(tx, which, { fields: sealed, at: now, until }),
  );
  writeCookie(c, { name: keptCookie, value: token, seconds: minutes * 60 }, browser.secure);
  return true;
};

const opened = (secrets: Secrets, which: Which, sealed: string) => {
  try {
    return JSON.parse(secrets.open("kept-form", about(which), sealed));
  } catch {
    // Of a key long gone: typed once more.
    return null;
  }
};

type Coming = { readonly session: Session; readonly which: Which };

/** Shown as often as the page is looked at, until it is sent or its time is over. */
const show = async (c: WebContext, services: KeptServices, { session, which }: Coming) => {
  const request = c.get("request");
  const sealed = await services.database.inSociety(session.societyId, (tx) =>
    keptForm(tx, which, request.now),
  );
  const kept = sealed && opened(services.secrets, which, sealed);
  if (!kept) return;
  const { view } = request;
  c.set("request", { ...request, kept, view: (own) => ({ ...view(own), isKept: true }) });
};

/** What was kept is shown to who is back, and forgotten when it is sent again. */
const comesBack = async (c: WebContext, services: KeptServices, session: Session) => {
  const token = readCookie(c, keptCookie, c.get("request").browser.secure);
  if (!token) return;
  const { accountId, societyId } = session;
  const which = { accountId, tokenHash: hashToken(token), path: c.req.path };
  if (c.req.method !== "POST") return show(c, services, { session, which });
  await services.database.inSociety(societyId, async (tx) => forgetForm(tx, which));
};

/** What comes too late is kept; where to after it, the guards say that stand behind. */
const comesLate = async (c: WebContext, services: KeptServices, form: KeptForm) => {
  const isKept = c.req.method === "POST" && (await keep(c, services, form));
  return isKept && form.back ? toSignIn(c, services.secrets, form.back) : null;
};

/** To stand before the guards, which lead who is signed out to the sign-in and then back. */
export const keptFormRoutes =
  (services: KeptServices, forms: readonly KeptForm[]) =>
  (web: Web): void => {
    for (const form of forms)
      web.use(form.path, async (c, next) => {
        const { session } = c.get("request");
        if (session) await comesBack(c, services, session);
        else {
          const away = await comesLate(c, services, form);
          if (away) return away;
        }
        return next();
      });
  };
