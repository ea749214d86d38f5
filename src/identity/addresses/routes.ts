import { flowRoutes } from "../../flow/index.ts";
import type { Web } from "../../platform/http/types.ts";
import { askAgain, ownFlowOnly } from "../step-up/index.ts";
import { changing } from "./changing/definition.tsx";
import { checkLinkRoutes } from "./changing/link-routes.ts";
import {
  addressesPage,
  noticesPage,
  secondPage,
  submitBegin,
  submitNotices,
  submitSecond,
} from "./pages/pages.tsx";
import type { AddressesServices } from "./types.ts";
import { undoRoutes } from "./undo/routes.tsx";

const hub = "/profile/email";

/** The signed-in and their addresses, after they were known just now; and what mails' buttons open. */
export const addressesRoutes =
  (services: AddressesServices) =>
  (web: Web): void => {
    const definition = changing(services);
    ownFlowOnly(services, definition, { goesOnAt: () => hub })(web);
    flowRoutes(services, definition)(web);
    checkLinkRoutes(services, definition)(web);
    undoRoutes(services)(web);

    web.use(hub, askAgain(services));
    web.use("/profile/second-address", askAgain(services, { back: () => hub }));
    web.use("/profile/second-address/*", askAgain(services));
    web.use("/profile/notices", askAgain(services));
    web.get(hub, (c) => addressesPage(c, services));
    web.post(hub, submitBegin(services, "main"));
    // What a POST that was asked again may come back to.
    web.get("/profile/second-address", (c) => c.redirect(hub, 303));
    web.post("/profile/second-address", submitBegin(services, "second"));
    for (const what of ["main", "delete"] as const) {
      web.get(`/profile/second-address/${what}`, secondPage(services, what));
      web.post(`/profile/second-address/${what}`, submitSecond(services, what));
    }
    web.get("/profile/notices", (c) => noticesPage(c, services));
    web.post("/profile/notices", (c) => submitNotices(c, services));
  };
