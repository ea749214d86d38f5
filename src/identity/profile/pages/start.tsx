import { rememberFlow } from "../../../flow/index.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import { hasFactor, knownOwner, type MethodName } from "../../methods/index.ts";
import { beginAdding } from "../adding/begin.ts";
import { cookie, lifetimeMinutes, path } from "../adding/flow.ts";
import type { ProfileServices } from "../types.ts";
import { AddPage, NewCodesPage, OvertakenPage } from "../views/start-pages.tsx";
import { type Visit, visitOf } from "../visit.ts";
import { readProfile } from "./read.ts";

type Starting = { readonly visit: Visit; readonly method: MethodName | null };

/** Begins to enrol in this browser, and leads to where that stands. */
export const startAdding = async (
  c: WebContext,
  { database, methods }: ProfileServices,
  { visit, method }: Starting,
) => {
  const token = await database.inSociety(visit.society.id, async (tx) => {
    const known = await knownOwner(tx, visit.session);
    return beginAdding(tx, methods, { visit, known, method });
  });
  rememberFlow(c, { cookie }, { token, seconds: lifetimeMinutes * 60 });
  return c.redirect(path, 303);
};

/** `/profile/add/overtaken`: a key that was scanned there is of no use, and nothing else says so. */
export const overtakenPage = (c: WebContext) =>
  c.html(<OvertakenPage view={c.get("request").view()} newest={path} />);

/** `/profile/factors/new` */
export const addPage = (c: WebContext) => c.html(<AddPage view={c.get("request").view()} />);

export const submitAdd = (c: WebContext, services: ProfileServices) =>
  startAdding(c, services, { visit: visitOf(c, services), method: null });

/** `/profile/recovery-codes`: they stand in for a second factor, and are nothing without one. */
export const newCodesPage = async (c: WebContext, services: ProfileServices) => {
  const visit = visitOf(c, services);
  const { known, codesLeft: left } = await readProfile(services, visit);
  if (!hasFactor(known.factors)) return c.redirect("/profile", 303);
  return c.html(<NewCodesPage view={visit.request.view()} left={left} />);
};

export const submitNewCodes = async (c: WebContext, services: ProfileServices) => {
  const visit = visitOf(c, services);
  const { known } = await readProfile(services, visit);
  if (!hasFactor(known.factors)) return c.redirect("/profile", 303);
  return startAdding(c, services, { visit, method: "recovery-codes" });
};
