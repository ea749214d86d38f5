import { flowRoutes } from "../../flow/index.ts";
import type { Web, WebContext } from "../../platform/http/types.ts";
import { codesFileRoute } from "../factor-steps/index.ts";
import { askAgain, ownFlowOnly } from "../step-up/index.ts";
import { adding } from "./adding/definition.tsx";
import { overtaken, path } from "./adding/flow.ts";
import { displayRoutes } from "./display/routes.tsx";
import { historyRoutes } from "./history/routes.tsx";
import { leaveNotice } from "./notice.ts";
import { none } from "./pages/choices.ts";
import { removePage, renamePage, submitRemove, submitRename } from "./pages/factor.tsx";
import { methodPage, submitMethod } from "./pages/method.tsx";
import { profilePage } from "./pages/profile.tsx";
import { addPage, newCodesPage, overtakenPage, submitAdd, submitNewCodes } from "./pages/start.tsx";
import { passwordRoutes } from "./password/routes.tsx";
import type { ProfileServices } from "./types.ts";

/** What was chosen is kept while its owner is asked again; rubbish of any length is not. */
const backToMethod =
  ({ methods }: ProfileServices) =>
  (c: WebContext): string => {
    const { method = "" } = c.get("request").form;
    const isChoice = method === none || methods.all.some(({ name }) => name === method);
    return isChoice ? `/profile/method?${new URLSearchParams({ method })}` : "/profile";
  };

/** So is a name: not in the address, which others read. */
const backToName =
  ({ secrets }: ProfileServices) =>
  (c: WebContext): string => {
    const { form, path } = c.get("request");
    leaveNotice(c, secrets, { what: "typed", typed: form.name ?? "" });
    return path;
  };

/**
 * `/profile`, and what is changed from there. To look needs a session; to change, one whose owner was
 * known just now, by what the account asks for.
 */
export const profileRoutes =
  (services: ProfileServices) =>
  (web: Web): void => {
    const definition = adding(services);
    ownFlowOnly(services, definition, { goesOnAt: () => path, overtakenAt: overtaken })(web);
    web.get(overtaken, overtakenPage);
    codesFileRoute(services, definition)(web);
    flowRoutes(services, definition)(web);
    web.get("/profile", (c) => profilePage(c, services));
    displayRoutes(services)(web);
    historyRoutes(services)(web);
    passwordRoutes(services)(web);

    const named = askAgain(services, { back: backToName(services) });
    web.use("/profile/factors/:id/rename", named);
    web.use("/profile/factors/*", askAgain(services));
    web.use("/profile/recovery-codes", askAgain(services));
    web.use("/profile/method", askAgain(services, { back: backToMethod(services) }));
    web.get("/profile/factors/new", addPage);
    web.post("/profile/factors/new", (c) => submitAdd(c, services));
    web.get("/profile/factors/:id/rename", (c) => renamePage(c, services));
    web.post("/profile/factors/:id/rename", (c) => submitRename(c, services));
    web.get("/profile/factors/:id/delete", (c) => removePage(c, services));
    web.post("/profile/factors/:id/delete", (c) => submitRemove(c, services));
    web.get("/profile/recovery-codes", (c) => newCodesPage(c, services));
    web.post("/profile/recovery-codes", (c) => submitNewCodes(c, services));
    web.get("/profile/method", (c) => methodPage(c, services));
    web.post("/profile/method", (c) => submitMethod(c, services));
  };
