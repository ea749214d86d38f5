import { beginFlow, flowRoutes, flowToken, rememberFlow, standing } from "../../flow/index.ts";
import { TermsPage, termsOf } from "../../guidance/index.ts";
import { type Instant, later } from "../../kernel/time.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import { concerning, restWithin, type Society } from "../../society/index.ts";
import { codesFileRoute } from "../factor-steps/index.ts";
import type { Letter } from "../sign-in/index.ts";
import { nothingYet } from "./beginning.ts";
import { firstSignIn } from "./definition.tsx";
import { letterDid } from "./facts.ts";
import { letterAtStart } from "./store.ts";
import type { FirstSignInServices } from "./types.ts";

/** The cookie outlives its flow: maintenance that is planned later makes the flow live longer. */
const slackSeconds = 7 * 24 * 3600;

/** While the society rests, its time to register does not run. */
const lifetimeSeconds = (
  { registry }: FirstSignInServices,
  { id, entranceId, policy }: Society,
  now: Instant,
): number => {
  const seconds = policy.firstSignIn.lifetimeHours * 3600;
  const planned = concerning(registry.windows(), { societyId: id, entranceId });
  const span = { from: now, to: later(now, { seconds }) };
  return seconds + restWithin(policy.maintenance, span, planned);
};

/** A right provisional password begins a registration in this browser. */
export const beginFirstSignIn = (services: FirstSignInServices) => {
  const definition = firstSignIn(services);
  return async (c: WebContext, letter: Letter): Promise<Response> => {
    const request = c.get("request");
    const { society, credentialId, memberId } = letter;
    const seconds = lifetimeSeconds(services, society, request.now);
    const known = await services.database.inSociety(society.id, (tx) =>
      letterAtStart(tx, { credentialId, memberId, now: request.now }),
    );
    const token = await beginFlow(services, definition, {
      societyId: society.id,
      subjectId: credentialId,
      memberId,
      policyVersion: society.version,
      expiresAt: later(request.now, { seconds }),
      state: {
        ...nothingYet,
        ...known,
        printedMac: services.secrets.mac("printed", letter.printedPassword),
      },
      request,
      facts: [letterDid("first-sign-in.begun", { subjectId: credentialId, memberId })],
    });
    rememberFlow(c, definition, { token, seconds: seconds + slackSeconds });
    return c.redirect(definition.path, 303);
  };
};

/** Whether a registration that this browser began still stands at a step. */
export const isFirstSignInResumable = (services: FirstSignInServices) => {
  const definition = firstSignIn(services);
  return async (c: WebContext): Promise<boolean> => {
    const token = flowToken(c, definition);
    if (!token) return false;
    const stands = await standing(services, definition, c.get("request"), token);
    return stands.at === "step";
  };
};

/** `/first-sign-in/…` */
export const firstSignInRoutes =
  (services: FirstSignInServices) =>
  (web: Web): void => {
    const definition = firstSignIn(services);
    // The terms on a page of their own, for who must agree to them and is not signed in.
    web.get(`${definition.path}/terms-text`, async (c) => {
      const request = c.get("request");
      const stands = await standing(services, definition, request, flowToken(c, definition));
      if (stands.at !== "step") return c.redirect(definition.path, 303);
      const { society } = stands.scene;
      return c.html(<TermsPage view={request.view(society)} terms={termsOf(society)} />);
    });
    codesFileRoute(services, definition)(web);
    flowRoutes(services, definition)(web);
  };
