import { type FlowDefinition, standingById, submitElsewhere } from "../../../flow/index.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { pathHere } from "../../../platform/http/own-path.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import { findLink } from "../../links/index.ts";
import { checkById, judgePress, type Pressed } from "../../mail-check/index.ts";
import type { AddressesServices } from "../types.ts";
import { CheckLinkPage, CheckLinkResultPage } from "../views/check-link-pages.tsx";
import type { State } from "./types.ts";

/**
 * The mail of a button, and the flow that waits for it.
 * @throws TroubleError `ended`, of a society whose contract ended
 */
const find = async (
  { database, registry, ...rest }: AddressesServices,
  definition: FlowDefinition<State>,
  c: WebContext,
) => {
  const request = c.get("request");
  const tokenHash = hashToken(c.req.param("token") ?? "");
  const entranceId = request.entrance.id;
  const asked = { kind: "change-address", entranceId, tokenHash } as const;
  const link = await findLink<"mail-check">(database, asked);
  if (!link) return null;
  const society = registry.society(link.societyId);
  if (!society) throw new TroubleError("ended");
  const check = await database.inSociety(society.id, (tx) => checkById(tx, link.targetId));
  if (!check) return null;
  const services = { database, registry, ...rest };
  const flow = { societyId: society.id, flowId: check.flowId };
  const stands = await standingById(services, definition, request, flow);
  return { society, check, stands };
};

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

/** What pressing the button would come to now. */
const judge = (c: WebContext, { check, stands }: Found): Pressed => {
  if (stands.at === "ended" && stands.outcome !== "complete") return "expired";
  const isWaiting = stands.at === "step" && stands.step === check.step;
  const wanted = isWaiting ? stands.scene.flow.state.email : null;
  return judgePress(check, wanted, c.get("request").now);
};

const initialsOf = ({ stands }: Found): string =>
  stands.at === "step" ? stands.scene.flow.state.initials : "";

/** `/change-address/…`: a page, then a POST, from any device. Opening it changes nothing. */
export const checkLinkRoutes =
  (services: AddressesServices, definition: FlowDefinition<State>) =>
  (web: Web): void => {
    const result = (c: WebContext, found: Found | null) => {
      const view = c.get("request").view(found?.society);
      const told = found ? judge(c, found) : "invalid";
      const status = told === "invalid" ? 404 : 200;
      return c.html(<CheckLinkResultPage view={view} result={told} />, status);
    };

    web.get("/change-address/:token", async (c) => {
      const found = await find(services, definition, c);
      if (!found || judge(c, found) !== "open") return result(c, found);
      return c.html(
        <CheckLinkPage
          view={c.get("request").view(found.society)}
          action={pathHere(c)}
          masked={maskAddress(found.check.email)}
          initials={initialsOf(found)}
        />,
      );
    });

    web.post("/change-address/:token", async (c) => {
      const found = await find(services, definition, c);
      // A button that is void says so here, and leaves the page that waits alone.
      if (found && judge(c, found) === "open")
        await submitElsewhere(services, definition, {
          societyId: found.society.id,
          flowId: found.check.flowId,
          step: found.check.step,
          typed: { token: c.req.param("token") },
          request: c.get("request"),
        });
      return c.redirect(`${pathHere(c)}/done`, 303);
    });

    web.get("/change-address/:token/done", async (c) =>
      result(c, await find(services, definition, c)),
    );
  };
