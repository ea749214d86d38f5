import { secondsBetween } from "../../kernel/time.ts";
import type { RequestContext, Web, WebContext } from "../../platform/http/types.ts";
import type { MaintenanceState } from "../../society/index.ts";
import { MaintenancePage } from "./page.tsx";

export type MaintenanceFor = (request: RequestContext) => MaintenanceState;

// Help stays open, and so do the switches of language and text size.
const open = /^\/(terms|notes|contact|forgot-(?:id|password)|help\/[^/]+|preferences\/[^?]+)$/;

const isOpen = (c: WebContext) => open.test(c.req.path);

/**
 * Mounted before every other feature: while the service rests, each page but help answers 503 with
 * the time of its end. Nothing is read or written, so that begun registrations stay as they are.
 */
export const maintenanceGate =
  (maintenanceFor: MaintenanceFor) =>
  (web: Web): void => {
    web.use(async (c, next) => {
      const request = c.get("request");
      const state = maintenanceFor(request);
      if (state.kind !== "running" || isOpen(c)) return next();
      const seconds = Math.max(1, Math.ceil(secondsBetween(request.now, state.to)));
      c.header("Retry-After", String(seconds));
      return c.html(<MaintenancePage view={request.view()} from={state.from} to={state.to} />, 503);
    });
  };
