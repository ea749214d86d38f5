import type { FlowDefinition } from "../../../flow/index.ts";
import { livingSession } from "../../sessions/index.ts";
import { noteCookie } from "../pages/note.ts";
import { stepsWording } from "../text/steps-text.ts";
import type { AddressesServices } from "../types.ts";
import { EndedPage } from "../views/ended-page.tsx";
import { finish } from "./finish.ts";
import { cookie, kind, moves, path, revisable, wrongCodes } from "./flow.ts";
import { changingPlan } from "./plan.ts";
import { addressStep } from "./steps/address.tsx";
import { applyStep } from "./steps/apply.tsx";
import { checkStep } from "./steps/check.tsx";
import type { State } from "./types.ts";

/** Changing an address with its parts put together. */
export const changing = (services: AddressesServices): FlowDefinition<State> => ({
  kind,
  cookie,
  path,
  steps: [addressStep(services), checkStep(services), applyStep],
  plan: (_, state) => changingPlan(state),
  moves,
  revisable,
  wrongTries: () => wrongCodes,
  finish,
  changes: () => [],
  contested: "",
  wording: stepsWording,
  cookies: (_, { request, flow: { state, subjectId } }) =>
    state.done ? [noteCookie(services.secrets, { request, accountId: subjectId }, state.done)] : [],
  hasSession: livingSession(services),
  landing: () => "/profile/email",
  completedPage: (view) => <EndedPage view={view} outcome="complete" />,
  endedPage: (view, outcome) => <EndedPage view={view} outcome={outcome} />,
  absentPage: (view) => <EndedPage view={view} outcome="absent" />,
});
