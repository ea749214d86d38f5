import {
  type FlowDefinition,
  type FlowServices,
  flowToken,
  type Scene,
  type Standing,
  standingAhead,
} from "../../../flow/index.ts";
import { writeCookie } from "../../../platform/http/cookies.ts";
import type { Web, WebContext } from "../../../platform/http/types.ts";
import { toSignIn } from "../../sign-in/index.ts";

type Own<State> = {
  /** Where to go on after a sign-in that was needed in the middle. */
  readonly goesOnAt: (scene: Scene<State>) => string;
  /** The page for who answers a page of an attempt before this browser's newest one. */
  readonly overtakenAt?: string;
};

/** Answered is a page of another one, that was begun in this browser before. */
const isOvertaken = <State>(c: WebContext, stands: Standing<State>): boolean => {
  if (c.req.method !== "POST" || stands.at !== "step") return false;
  const { turn = "" } = c.get("request").form;
  return !turn.startsWith(`${stands.scene.flow.id}.`);
};

/**
 * A flow of the signed-in stands open to its owner alone: in a browser that somebody else signed in
 * with since, its cookie is forgotten. To stand before the flow's routes.
 */
export const ownFlowOnly =
  <State>(services: FlowServices, definition: FlowDefinition<State>, own: Own<State>) =>
  (web: Web): void => {
    web.use(`${definition.path}/*`, async (c, next) => {
      const request = c.get("request");
      const { session, browser } = request;
      // Asked by a waiting page by itself: no session is looked up, and nothing of the flow is told.
      if (c.req.path === `${definition.path}/standing`) return next();
      const stands = await standingAhead(services, definition, request, flowToken(c, definition));
      if (session && (stands.at === "absent" || stands.scene.flow.subjectId === session.accountId))
        return own.overtakenAt && isOvertaken(c, stands)
          ? c.redirect(own.overtakenAt, 303)
          : next();
      // The second of a double submit: the first one ended the session's earlier token.
      const isEcho = c.req.method === "POST" && stands.at === "ended";
      if (!session && isEcho && stands.outcome === "complete") return next();
      const then = stands.at === "step" ? own.goesOnAt(stands.scene) : "/";
      if (!session) return toSignIn(c, services.secrets, then);
      writeCookie(c, { name: definition.cookie, value: "", seconds: 0 }, browser.secure);
      return c.redirect("/", 303);
    });
  };
