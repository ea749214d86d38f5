import { digits } from "../../../flow/index.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import { resetPath } from "../../password-reset/index.ts";
import { isCode } from "../macs.ts";
import { follow, isOwn, open, resultPath } from "../opening/open.ts";
import { countCode, standingOf, uncountCode } from "../opening/store.ts";
import type { Forgotten, RecoveryServices } from "../types.ts";
import { BusyPage } from "../views/asking-pages.tsx";
import { ConditionsPage } from "../views/conditions-page.tsx";
import { ask } from "./ask.ts";
import { askedBefore } from "./kept.ts";
import { identityPage, passwordPage, sentPage } from "./pages.tsx";

/** Where each is asked for. */
const askingPaths = {
  "forgot-id": "/forgot-id/identity",
  "forgot-password": "/forgot-password",
} as const;

const asking = async (services: RecoveryServices, c: WebContext, kind: Forgotten) => {
  const came = await ask(services, c, kind);
  if (came === "too-many") return c.html(<BusyPage view={c.get("request").view()} />, 429);
  return c.redirect(came === "asked" ? `/${kind}/sent` : askingPaths[kind], 303);
};

/** The page that waits: the same for everybody, but for who has come through. */
const waiting = async (services: RecoveryServices, c: WebContext, kind: Forgotten) => {
  const request = c.get("request");
  const asked = askedBefore(c, services.secrets, kind);
  if (!asked) return c.redirect(askingPaths[kind], 303);
  const { id } = asked;
  const entranceId = request.entrance.id;
  const stands = await standingOf(services.database, { entranceId, id });
  if (stands && isOwn(stands, request))
    return c.redirect(kind === "forgot-id" ? resultPath : resetPath, 303);
  return c.html(sentPage(services, c, { kind, asked, wrong: stands?.wrong ?? 0 }));
};

/** A typed code: counted and compared alike whether a mail went or not. */
const typing = async (services: RecoveryServices, c: WebContext, kind: Forgotten) => {
  const request = c.get("request");
  const { secrets, database } = services;
  const path = `/${kind}/sent`;
  const asked = askedBefore(c, secrets, kind);
  if (!asked) return c.redirect(askingPaths[kind], 303);
  const read = digits(6)(request.form.code ?? "");
  if (!read.ok) return c.redirect(`${path}?refused=unread`, 303);
  const entranceId = request.entrance.id;
  const counted = await countCode(database, { entranceId, id: asked.id });
  if (!counted) return c.redirect(path, 303);
  const isRight = isCode(secrets, counted, read.value);
  const isInTime = counted.codeUntil !== null && request.now < counted.codeUntil;
  if (!isRight || !isInTime) return c.redirect(`${path}?refused=wrong`, 303);
  await uncountCode(database, { entranceId, id: asked.id });
  return follow(c, await open(services, request, counted), `${path}?refused=wrong`);
};

/** `/forgot-id…`, `/forgot-password…`: up to the page that waits for a mail. */
export const askingRoutes =
  (services: RecoveryServices) =>
  (web: Web): void => {
    web.get("/forgot-id", (c) => c.html(<ConditionsPage view={c.get("request").view()} />));
    web.get(askingPaths["forgot-id"], (c) => c.html(identityPage(services, c)));
    web.get(askingPaths["forgot-password"], (c) => c.html(passwordPage(services, c)));
    for (const kind of ["forgot-id", "forgot-password"] as const) {
      web.post(askingPaths[kind], (c) => asking(services, c, kind));
      web.get(`/${kind}/sent`, (c) => waiting(services, c, kind));
      web.post(`/${kind}/sent`, (c) => typing(services, c, kind));
    }
  };
