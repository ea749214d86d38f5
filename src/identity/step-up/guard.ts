import type { MiddlewareHandler } from "hono";
import { rememberFlow } from "../../flow/index.ts";
import { ownPath } from "../../platform/http/own-path.ts";
import type { WebContext, WebEnvironment } from "../../platform/http/types.ts";
import { beginStepUp } from "./begin.ts";
import { cookie, lifetimeMinutes, path } from "./flow.ts";
import { askedOf, assurance, isAssured, type Needs } from "./rules.ts";
import type { StepUpServices } from "./types.ts";

type Asked = Partial<Needs> & {
  /** Where to go on after a POST that was not let through; without it, the page of the same path. */
  readonly back?: (c: WebContext) => string;
};

/**
 * Before a page or a submit that matters: who was known too long ago, or by too little, is asked
 * again and then led back. Without `withinMinutes` the society's own dial counts. For the signed-in:
 * others have been led to the sign-in before.
 */
export const askAgain =
  (
    services: StepUpServices,
    { acr, withinMinutes, back }: Asked = {},
  ): MiddlewareHandler<WebEnvironment> =>
  async (c, next) => {
    const request = c.get("request");
    const { session, society, now } = request;
    if (!session || !society) return c.redirect("/sign-in", 303);
    const asked = askedOf(session, acr);
    const minutes = withinMinutes ?? society.policy.session.stepUpMinutes;
    if (isAssured(assurance(session), { acr: asked, withinMinutes: minutes }, now)) return next();
    const isPost = c.req.method === "POST";
    const continuation = ownPath(isPost && back ? back(c) : request.path);
    const begin = { session, society, request, acr: asked, continuation };
    const token = await beginStepUp(services, begin);
    rememberFlow(c, { cookie }, { token, seconds: lifetimeMinutes * 60 });
    return c.redirect(path, 303);
  };
