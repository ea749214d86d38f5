import { maskAddress } from "../../../kernel/mail-address.ts";
import { momentIn } from "../../../kernel/moments.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { pathHere } from "../../../platform/http/own-path.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import { findLink } from "../../links/index.ts";
import { judgeUndo } from "../rules.ts";
import { linkKind, readChange, wholeOf } from "../store.ts";
import type { AddressesServices } from "../types.ts";
import { UndoPage, UndoResultPage } from "../views/undo-pages.tsx";
import { pressUndo } from "./undo.ts";

/** @throws TroubleError `ended`, of a society whose contract ended: nothing is written there any more */
const find = async ({ database, registry }: AddressesServices, c: WebContext) => {
  const link = await findLink<"address-change">(database, {
    kind: linkKind,
    entranceId: c.get("request").entrance.id,
    tokenHash: hashToken(c.req.param("token") ?? ""),
  });
  if (!link) return null;
  const society = registry.society(link.societyId);
  if (!society) throw new TroubleError("ended");
  return { society, id: link.targetId };
};

/** What pressing the button would come to now. Changes nothing. */
const look = async (services: AddressesServices, c: WebContext) => {
  const found = await find(services, c);
  if (!found) return null;
  const { society, id } = found;
  return services.database.inSociety(society.id, async (tx) => {
    const change = await readChange(tx, id);
    if (!change) return null;
    const { initials } = await wholeOf(tx, change.accountId);
    return { society, change, initials, judged: judgeUndo(change, c.get("request").now) };
  });
};

type Looked = Awaited<ReturnType<typeof look>>;

/** `/undo-address/…`: a page, then a POST, from any device and without a session. */
export const undoRoutes =
  (services: AddressesServices) =>
  (web: Web): void => {
    const result = (c: WebContext, looked: Looked) => {
      const view = c.get("request").view(looked?.society);
      const told = looked?.judged ?? "invalid";
      return c.html(<UndoResultPage view={view} result={told} />, looked ? 200 : 404);
    };

    web.get("/undo-address/:token", async (c) => {
      const looked = await look(services, c);
      if (looked?.judged !== "open") return result(c, looked);
      const { lang, view } = c.get("request");
      const { society, change, initials } = looked;
      return c.html(
        <UndoPage
          view={view(society)}
          action={pathHere(c)}
          masked={maskAddress(change.former.email)}
          initials={initials}
          changedAt={momentIn(lang, change.changedAt)}
        />,
      );
    });

    web.post("/undo-address/:token", async (c) => {
      const found = await find(services, c);
      if (found) await pressUndo(services, { ...found, request: c.get("request") });
      return c.redirect(`${pathHere(c)}/done`, 303);
    });

    web.get("/undo-address/:token/done", async (c) => result(c, await look(services, c)));
  };
