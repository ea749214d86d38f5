import type { FlowDefinition } from "../../../flow/index.ts";
import { factorSteps, factorWording, refusalsOfFlow, verify } from "../../factor-steps/index.ts";
import { livingSession, sessionCookie, sessionToken } from "../../sessions/index.ts";
import { noticeCookie } from "../notice.ts";
import type { ProfileServices } from "../types.ts";
import { AddingEndedPage } from "../views/adding-ended-page.tsx";
import { addingFrame } from "../views/adding-frame.tsx";
import { finish } from "./finish.ts";
import { cookie, kind, moves, path, revisable } from "./flow.ts";
import { addingPlan } from "./plan.ts";
import type { State } from "./types.ts";

/** Adding a 認証方法 with its parts put together. */
export const adding = (services: ProfileServices): FlowDefinition<State> => ({
  kind,
  cookie,
  path,
  steps: factorSteps<State>({
    methods: services.methods,
    ownerOf: ({ flow }) => flow.state.owner,
    frame: addingFrame,
    path,
  }).filter(({ name }) => name !== verify),
  plan: (_, state) => addingPlan(state),
  moves,
  revisable,
  wrongTries: () => refusalsOfFlow,
  finish: finish(services),
  changes: () => [],
  contested: "factor_single",
  wording: (lang) => factorWording(services.methods, lang),
  cookies: (flowToken, { request, flow: { state, subjectId } }) => [
    ...(state.done
      ? [noticeCookie(services.secrets, { request, accountId: subjectId }, state.done)]
      : []),
    ...(state.isRenewed ? [sessionCookie(sessionToken(services.secrets, flowToken))] : []),
  ],
  hasSession: livingSession(services),
  landing: () => "/profile",
  completedPage: (view) => <AddingEndedPage view={view} outcome="complete" />,
  endedPage: (view, outcome) => <AddingEndedPage view={view} outcome={outcome} />,
  absentPage: (view) => <AddingEndedPage view={view} outcome="absent" />,
});
