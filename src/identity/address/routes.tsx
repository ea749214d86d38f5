import { originOf, recordFacts } from "../../audit/index.ts";
import { maskAddress } from "../../kernel/mail-address.ts";
import { queueMails } from "../../mail/index.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import { pathHere } from "../../platform/http/own-path.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { RequestContext, Web, WebContext } from "../../platform/http/types.ts";
import type { Registry, Society } from "../../society/index.ts";
import { memberDid } from "../accounts/index.ts";
import { findLink } from "../links/index.ts";
import { askToConfirm } from "./ask.ts";
import { confirmMail } from "./mail.ts";
import { judgePress, type Pressed, waitUntil } from "./rules.ts";
import {
  confirmAddress,
  linkKind,
  lockAddress,
  lockConfirmation,
  readConfirmation,
} from "./store.ts";
import { ConfirmAddressPage, PressedPage } from "./views.tsx";

export type AddressServices = {
  readonly database: Database;
  readonly registry: Registry;
  readonly secrets: Secrets;
};

/** @throws TroubleError `ended`, of a society whose contract ended: nothing is written there any more */
const linkOf = async ({ database, registry }: AddressServices, c: WebContext) => {
  const link = await findLink<"confirmation">(database, {
    kind: linkKind,
    entranceId: c.get("request").entrance.id,
    tokenHash: hashToken(c.req.param("token") ?? ""),
  });
  if (link && !registry.society(link.societyId)) throw new TroubleError("ended");
  return link;
};

type Link = NonNullable<Awaited<ReturnType<typeof linkOf>>>;

const press = (services: AddressServices, request: RequestContext, link: Link) =>
  services.database.inSociety(link.societyId, async (tx): Promise<Pressed | "invalid"> => {
    const confirmation = await lockConfirmation(tx, link.targetId);
    if (!confirmation) return "invalid";
    const pressed = judgePress(confirmation, request.now);
    if (pressed !== "confirmed") return pressed;
    confirmAddress(tx, link.targetId, request.now);
    const { accountId } = confirmation;
    recordFacts(tx, [memberDid("account.address-confirmed", { accountId, memberId: null })], {
      origin: originOf(request),
      at: request.now,
    });
    return pressed;
  });

/** Sends the mail once more, at most once a minute; clicks in between are answered alike. */
const resend = (services: AddressServices, request: RequestContext, society: Society) =>
  services.database.inSociety(society.id, async (tx) => {
    const accountId = request.session?.accountId;
    const address = accountId && (await lockAddress(tx, accountId));
    if (!accountId || !address?.email || address.confirmedAt) return;
    if (waitUntil(address.lastSentAt, request.now)) return;
    const { href, change } = askToConfirm({ accountId, email: address.email, request });
    change(tx);
    const { email: to, language } = address;
    const mail = confirmMail({ to, language, society, href });
    queueMails(tx, [mail], { now: request.now, secrets: services.secrets });
  });

/** What pressing the button would come to now. Changes nothing. */
const look = async (services: AddressServices, c: WebContext) => {
  const request = c.get("request");
  const link = await linkOf(services, c);
  const society = link && services.registry.society(link.societyId);
  const confirmation =
    link &&
    (await services.database.inSociety(link.societyId, (tx) =>
      readConfirmation(tx, link.targetId),
    ));
  return {
    judged: confirmation ? judgePress(confirmation, request.now) : ("invalid" as const),
    view: request.view(society),
    masked: maskAddress(confirmation?.email ?? ""),
  };
};

/** `/confirm-address/…`: a page, then a POST, from any device. */
export const addressRoutes =
  (services: AddressServices) =>
  (web: Web): void => {
    web.post("/confirm-address/resend", async (c) => {
      const request = c.get("request");
      if (request.session && request.society) await resend(services, request, request.society);
      return c.redirect(request.session ? "/?sent" : "/sign-in", 303);
    });
    web.get("/confirm-address/:token", async (c) => {
      const { judged, view, masked } = await look(services, c);
      const page =
        judged === "confirmed" ? (
          <ConfirmAddressPage view={view} action={pathHere(c)} masked={masked} />
        ) : (
          <PressedPage view={view} pressed={judged} />
        );
      return c.html(page, judged === "invalid" ? 404 : 200);
    });
    web.post("/confirm-address/:token", async (c) => {
      const request = c.get("request");
      const link = await linkOf(services, c);
      if (link) await press(services, request, link);
      return c.redirect(`${pathHere(c)}/done`, 303);
    });
    web.get("/confirm-address/:token/done", async (c) => {
      const { judged, view } = await look(services, c);
      // Here „already“ is what the press has just done.
      const pressed =
        judged === "already" ? "confirmed" : judged === "confirmed" ? "invalid" : judged;
      return c.html(
        <PressedPage view={view} pressed={pressed} />,
        pressed === "invalid" ? 404 : 200,
      );
    });
  };
