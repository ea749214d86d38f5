import { rememberFlow } from "../../../flow/index.ts";
import { clockIn } from "../../../kernel/moments.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { pathHere } from "../../../platform/http/own-path.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import { coverAt } from "../../after-cover/index.ts";
import { resetCookie, resetPath } from "../../password-reset/index.ts";
import { obstacleOf } from "../rules.ts";
import type { RecoveryServices } from "../types.ts";
import { ClosedPage, LinkPage, VoidPage } from "../views/opening-pages.tsx";
import { InitialisedPage, OverPage, ResultPage } from "../views/result-pages.tsx";
import { initialise } from "./initialise.ts";
import {
  follow,
  hasSignedInSince,
  isOwn,
  judgeHeld,
  mailedTo,
  open,
  resultPath,
  societyOf,
} from "./open.ts";
import { look, readableBy, type Standing, standingOf } from "./store.ts";

const initialisedPath = "/forgot-id/initialised";

const byToken = (services: RecoveryServices, c: WebContext) =>
  standingOf(services.database, {
    entranceId: c.get("request").entrance.id,
    tokenHash: hashToken(c.req.param("token") ?? ""),
  });

/** What pressing the button would come to now. Changes nothing. */
const linkPage = async (services: RecoveryServices, c: WebContext) => {
  const request = c.get("request");
  const stands = await byToken(services, c);
  if (!stands) return c.html(<VoidPage view={request.view()} kind={null} because="invalid" />, 404);
  const { kind } = stands;
  if (isOwn(stands, request)) return c.redirect(kind === "forgot-id" ? resultPath : resetPath, 303);
  const society = societyOf(services, stands);
  const account = await services.database.inSociety(society.id, (tx) => look(tx, stands));
  const held = { account, request: stands };
  const opened = judgeHeld(services, held, { society, now: request.now });
  const view = request.view(society);
  if (opened !== "open") return c.html(<VoidPage view={view} kind={kind} because={opened} />);
  return c.html(<LinkPage view={view} kind={kind} action={pathHere(c)} />);
};

/** From any device: who reads the mail is its owner. */
const pressing = async (services: RecoveryServices, c: WebContext) => {
  const request = c.get("request");
  const stands = await byToken(services, c);
  if (!stands || isOwn(stands, request)) return c.redirect(pathHere(c), 303);
  return follow(c, await open(services, request, stands), pathHere(c));
};

const readable = (services: RecoveryServices, c: WebContext) => {
  const { entrance, browser, now } = c.get("request");
  return readableBy(services.database, {
    entranceId: entrance.id,
    browserHash: hashToken(browser.token),
    now,
  });
};

/** The account whose ID may still be shown, as it is by now. */
const shown = (services: RecoveryServices, c: WebContext, stands: Standing) => {
  const society = societyOf(services, stands);
  const { now } = c.get("request");
  return services.database.inSociety(society.id, async (tx) => {
    const account = await look(tx, stands);
    if (!account || mailedTo(services, account, stands) === null) return null;
    const cover = coverAt(account.lostOn, { policy: society.policy, now });
    if (obstacleOf(account, cover)) return null;
    return (await hasSignedInSince(tx, stands)) ? null : account;
  });
};

const resultPage = async (services: RecoveryServices, c: WebContext) => {
  const request = c.get("request");
  const stands = await readable(services, c);
  if (!stands?.openUntil) return c.html(<OverPage view={request.view()} />);
  const society = societyOf(services, stands);
  const account = await shown(services, c, stands);
  if (!account) return c.html(<OverPage view={request.view()} />);
  return c.html(
    <ResultPage
      view={request.view(society)}
      userId={account.userId}
      until={clockIn(request.lang, stands.openUntil)}
      way={society.policy.recovery.forgottenPassword}
    />,
  );
};

/** 「パスワード初期化」 */
const initialising = async (services: RecoveryServices, c: WebContext) => {
  const stands = await readable(services, c);
  if (!stands) return c.redirect(resultPath, 303);
  const came = await initialise(services, c.get("request"), stands);
  if (came.kind === "over") return c.redirect(resultPath, 303);
  if (came.kind === "refused") return c.redirect("/contact", 303);
  if (came.kind === "mailed") return c.redirect(initialisedPath, 303);
  if (came.kind === "again") return c.redirect(resetPath, 303);
  rememberFlow(c, resetCookie, came.begun);
  return c.redirect(came.begun.page, 303);
};

const initialisedPage = async (services: RecoveryServices, c: WebContext) => {
  const stands = await readable(services, c);
  if (!stands?.resetAt) return c.redirect(resultPath, 303);
  const society = societyOf(services, stands);
  return c.html(<InitialisedPage view={c.get("request").view(society)} />);
};

/** `/recover/…`, `/forgot-id/result`: from the mail on. A page, then a POST. */
export const openingRoutes =
  (services: RecoveryServices) =>
  (web: Web): void => {
    web.get("/recover/closed", (c) => c.html(<ClosedPage view={c.get("request").view()} />));
    web.get("/recover/:token", (c) => linkPage(services, c));
    web.post("/recover/:token", (c) => pressing(services, c));
    web.get(resultPath, (c) => resultPage(services, c));
    web.post(resultPath, (c) => initialising(services, c));
    web.get(initialisedPath, (c) => initialisedPage(services, c));
  };
