import type { FlowDefinition } from "../../flow/index.ts";
import {
  factorPlan,
  factorSteps,
  factorWording,
  insteadOfWaiting,
  refusalsOfFlow,
} from "../factor-steps/index.ts";
import { endEarlier, livingSession, sessionCookie, sessionToken } from "../sessions/index.ts";
import { finish } from "./finish.ts";
import { cookie, kind, moves, path, revisable } from "./flow.ts";
import type { SecondFactorServices, State } from "./types.ts";
import { EndedPage } from "./views/ended-page.tsx";
import { frame } from "./views/frame.tsx";

/** The second half of a sign-in with its parts put together. */
export const secondFactor = (services: SecondFactorServices): FlowDefinition<State> => ({
  kind,
  cookie,
  path,
  steps: factorSteps<State>({
    methods: services.methods,
    ownerOf: ({ flow }) => flow.state.owner,
    frame,
    path,
  }),
  plan: (policy, { factor }) => factorPlan(policy, factor),
  moves,
  revisable,
  wrongTries: () => refusalsOfFlow,
  finish: finish(services),
  changes: () => [],
  contested: "factor_single",
  wording: (lang) => factorWording(services.methods, lang),
  cookies: (flowToken) => [sessionCookie(sessionToken(services.secrets, flowToken))],
  hasSession: livingSession(services),
  replaces: (_, request) => endEarlier(services, request),
  landing: ({ flow }) => flow.state.continuation ?? "/",
  completedPage: (view) => <EndedPage view={view} outcome="complete" />,
  endedPage: (view, outcome, { policy }) => (
    <EndedPage view={view} outcome={outcome} instead={insteadOfWaiting(view.lang, policy)} />
  ),
  absentPage: (view) => <EndedPage view={view} outcome="absent" />,
});
