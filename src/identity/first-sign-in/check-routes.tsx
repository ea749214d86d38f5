import { type FlowDefinition, standingById, submitElsewhere } from "../../flow/index.ts";
import { initialsOf } from "../../kernel/initials.ts";
import { maskAddress } from "../../kernel/mail-address.ts";
import { hashToken } from "../../platform/crypto/tokens.ts";
import { pathHere } from "../../platform/http/own-path.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import { findLink } from "../links/index.ts";
import { checkById, judgePress, linkKind, type Pressed } from "../mail-check/index.ts";
import { firstSignIn } from "./definition.tsx";
import { isVerified } from "./flow.ts";
import { addressOfStep } from "./rules.ts";
import { holderOf } from "./store.ts";
import type { FirstSignInServices, State } from "./types.ts";
import { CheckLinkPage, CheckLinkResultPage } from "./views/check-link-pages.tsx";

/** The mail of a button, and the flow that waits for it. */
const find = async (
  services: FirstSignInServices,
  definition: FlowDefinition<State>,
  c: WebContext,
) => {
  const { database, registry } = services;
  const request = c.get("request");
  const tokenHash = hashToken(c.req.param("token") ?? "");
  const entranceId = request.entrance.id;
  const link = await findLink<"mail-check">(database, { kind: linkKind, entranceId, tokenHash });
  const society = link && registry.society(link.societyId);
  if (!link || !society) return null;
  const check = await database.inSociety(society.id, (tx) => checkById(tx, link.targetId));
  if (!check) return null;
  const flow = { societyId: society.id, flowId: check.flowId };
  const stands = await standingById(services, definition, request, flow);
  return { society, check, stands };
};

type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

/** What pressing the button would come to now. */
const judge = (c: WebContext, { check, stands }: Found): Pressed => {
  if (stands.at === "ended" && stands.outcome !== "complete") return "expired";
  if (stands.at !== "step") return judgePress(check, null, c.get("request").now);
  const { state } = stands.scene.flow;
  if (isVerified(check.email, state)) return "already";
  const wanted = stands.step === check.step ? addressOfStep(check.step, state) : null;
  return judgePress(check, wanted, c.get("request").now);
};

const initialsFor = ({ database }: FirstSignInServices, { society, stands }: Found) =>
  stands.at === "absent"
    ? ""
    : database.inSociety(society.id, async (tx) =>
        initialsOf((await holderOf(tx, stands.scene.flow.memberId)).nameKana),
      );

/** `/check-address/…`: a page, then a POST, from any device. Opening it changes nothing. */
export const checkRoutes =
  (services: FirstSignInServices) =>
  (web: Web): void => {
    const definition = firstSignIn(services);
    const result = (c: WebContext, found: Found | null) => {
      const view = c.get("request").view(found?.society);
      const told = found ? judge(c, found) : "invalid";
      return c.html(
        <CheckLinkResultPage view={view} result={told} />,
        told === "invalid" ? 404 : 200,
      );
    };

    web.get("/check-address/:token", async (c) => {
      const found = await find(services, definition, c);
      if (!found || judge(c, found) !== "open") return result(c, found);
      const masked = maskAddress(found.check.email);
      const initials = await initialsFor(services, found);
      const view = c.get("request").view(found.society);
      return c.html(
        <CheckLinkPage view={view} action={pathHere(c)} masked={masked} initials={initials} />,
      );
    });

    web.post("/check-address/:token", async (c) => {
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

    web.get("/check-address/:token/done", async (c) =>
      result(c, await find(services, definition, c)),
    );
  };
