import { act } from "../../../flow/index.ts";
import type { WebContext } from "../../../platform/http/types.ts";
import { factorLabel } from "../../factor-steps/index.ts";
import type { KnownOwner, Method } from "../../methods/index.ts";
import { activate } from "../actions/activate.ts";
import { turnOff } from "../actions/turn-off.ts";
import { leaveNotice } from "../notice.ts";
import { canActivate } from "../removal.ts";
import type { ProfileServices } from "../types.ts";
import { ChangeMethodPage, TurnOffPage } from "../views/start-pages.tsx";
import { type Visit, visitOf } from "../visit.ts";
import { canTurnOff, choosable, none } from "./choices.ts";
import { readProfile } from "./read.ts";
import { startAdding } from "./start.tsx";

const toProfile = (c: WebContext) => c.redirect("/profile", 303);

type Chosen = {
  readonly visit: Visit;
  readonly known: KnownOwner;
  readonly method: Method | undefined;
};

const chosenIn = async (
  c: WebContext,
  services: ProfileServices,
  name: string | undefined,
): Promise<Chosen> => {
  const visit = visitOf(c, services);
  const { known } = await readProfile(services, visit);
  const open = choosable(services.methods, visit, known);
  return { visit, known, method: open.find((one) => one.name === name) };
};

/** `/profile/method?method=`: after who chose it was asked again; nothing is changed by looking. */
export const methodPage = async (c: WebContext, services: ProfileServices) => {
  const name = c.req.query("method");
  const { visit, known, method } = await chosenIn(c, services, name);
  const { lang, view } = visit.request;
  const { policy } = visit.society;
  if (name === none && known.active !== null && canTurnOff(visit, known)) {
    const removed = known.factors.map((factor) => factorLabel(services.methods, lang, factor));
    return c.html(<TurnOffPage view={view()} removed={removed} />);
  }
  if (!method || method.name === known.active) return toProfile(c);
  return c.html(
    <ChangeMethodPage
      view={view()}
      method={method.name}
      title={method.title(lang)}
      isEnrolled={canActivate(policy, known.factors, method.name)}
    />,
  );
};

const off = async (c: WebContext, services: ProfileServices, { visit, known }: Chosen) => {
  const isAsking = visit.request.form.sure !== "yes" && known.active !== null;
  if (isAsking && canTurnOff(visit, known))
    return c.redirect(`/profile/method?method=${none}`, 303);
  const done = await act(services, turnOff(services.methods), { scene: visit, input: undefined });
  leaveNotice(c, services.secrets, done);
  return toProfile(c);
};

/** 「変更」 of the pulldown: active at once where it is enrolled, else its enrolment begins. */
export const submitMethod = async (c: WebContext, services: ProfileServices) => {
  const { method: name } = c.get("request").form;
  const chosen = await chosenIn(c, services, name);
  const { visit, known, method } = chosen;
  if (name === none) return off(c, services, chosen);
  if (!method) {
    const isKept = known.active !== null && name === known.active;
    leaveNotice(c, services.secrets, { what: isKept ? "unchanged" : "choose" });
    return toProfile(c);
  }
  if (!canActivate(visit.society.policy, known.factors, method.name))
    return startAdding(c, services, { visit, method: method.name });
  const input = { method: method.name };
  const done = await act(services, activate(services.methods), { scene: visit, input });
  leaveNotice(c, services.secrets, done);
  return toProfile(c);
};
