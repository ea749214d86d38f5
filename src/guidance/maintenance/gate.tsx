import { secondsBetween } from "../../kernel/time.ts";
import type { RequestContext, Web, WebContext } from "../../platform/http/types.ts";
import type { MaintenanceState } from "../../society/index.ts";
import { MaintenancePage } from "./page.tsx";

export type MaintenanceFor = (request: RequestContext) => MaintenanceState;

// Help stays open to be read, and so do the switches of language and text size.
const readable = /^\/(terms|notes|contact|help\/[^/]+)$/;
const switches = /^\/preferences\/[^?]+$/;

const isOpen = ({ req: { path, method } }: WebContext) =>
  switches.test(path) || (method !== "POST" && readable.test(path));

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
      const isSubmit = c.req.method === "POST";
      return c.html(
        <MaintenancePage view={request.view()} window={state} isSubmit={isSubmit} />,
        503,
      );
    });
  };
