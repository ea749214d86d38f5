import type { MiddlewareHandler } from "hono";
import { type FlowDefinition, flowToken, rememberFlow, standing } from "../../../flow/index.ts";
import { ownPath } from "../../../platform/http/own-path.ts";
import type { WebContext, WebEnvironment } from "../../../platform/http/types.ts";
import { type Beginning, beginStepUp } from "../begin.ts";
import { stepUp } from "../definition.tsx";
import { cookie, lifetimeMinutes, path } from "../flow.ts";
import { askedOf, assurance, isAssured, type Needs } from "../rules.ts";
import type { State, StepUpServices } from "../types.ts";

type Asked = Partial<Needs> & {
  /** Where to go on after a POST that was not let through; without it, the page of the same path. */
  readonly back?: (c: WebContext) => string;
};

type Asking = {
  readonly services: StepUpServices;
  readonly definition: FlowDefinition<State>;
  readonly begin: Beginning;
};

/** Whether this browser is being asked for just this already: each look at a page is no new attempt. */
const isUnderWay = async (c: WebContext, { services, definition, begin }: Asking) => {
  const token = flowToken(c, definition);
  if (!token) return false;
  const stands = await standing(services, definition, begin.request, token);
  if (stands.at !== "step") return false;
  const { sessionId, acr, continuation } = stands.scene.flow.state;
  const { session } = begin;
  return sessionId === session.id && acr === begin.acr && continuation === begin.continuation;
};

/**
 * Before a page or a submit that matters: who was known too long ago, or by too little, is asked
 * again and then led back. Without `withinMinutes` the society's own dial counts. For the signed-in:
 * others have been led to the sign-in before.
 */
export const askAgain = (
  services: StepUpServices,
  { acr, withinMinutes, back }: Asked = {},
): MiddlewareHandler<WebEnvironment> => {
  const definition = stepUp(services);
  return async (c, next) => {
    const request = c.get("request");
    const { session, society, now } = request;
    if (!session || !society) return c.redirect("/sign-in", 303);
    const asked = askedOf(session, acr);
    const minutes = withinMinutes ?? society.policy.session.stepUpMinutes;
    if (isAssured(assurance(session), { acr: asked, withinMinutes: minutes }, now)) return next();
    const isPost = c.req.method === "POST";
    const continuation = ownPath(isPost && back ? back(c) : request.path);
    const begin = { session, society, request, acr: asked, continuation };
    if (await isUnderWay(c, { services, definition, begin })) return c.redirect(path, 303);
    const token = await beginStepUp(services, begin);
    rememberFlow(c, { cookie }, { token, seconds: lifetimeMinutes * 60 });
    return c.redirect(path, 303);
  };
};
