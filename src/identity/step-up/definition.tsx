import type { AnyStep, FlowDefinition } from "../../flow/index.ts";
import {
  type FactorParts,
  factorSteps,
  factorWording,
  insteadOfWaiting,
  refusalsOfFlow,
  verify,
} from "../factor-steps/index.ts";
import { livingSession, sessionCookie, sessionToken } from "../sessions/index.ts";
import { finish } from "./finish.ts";
import { cookie, kind, moves, path, revisable } from "./flow.ts";
import { stepUpPlan } from "./plan.ts";
import { acrOf, reaches } from "./rules.ts";
import { passwordStep } from "./steps/password.tsx";
import { asksHere } from "./steps/verify.ts";
import { stepUpMessages, stepUpWords } from "./text/step-up-text.ts";
import type { State, StepUpServices } from "./types.ts";
import { EndedPage } from "./views/ended-page.tsx";
import { frame } from "./views/frame.tsx";

const stepsOf = (services: StepUpServices): readonly AnyStep<State>[] => {
  const parts: FactorParts<State> = {
    methods: services.methods,
    ownerOf: ({ flow }) => flow.state.owner,
    offers: ({ flow }, { amr }) => reaches(acrOf(["password", amr]), flow.state.acr),
    frame,
    path,
  };
  const own = asksHere(parts);
  return [
    passwordStep(services),
    ...factorSteps(parts).map((step) => (step.name === verify ? own(step) : step)),
  ];
};

/** もう一度の本人確認 with its parts put together. */
export const stepUp = (services: StepUpServices): FlowDefinition<State> => ({
  kind,
  cookie,
  path,
  steps: stepsOf(services),
  plan: (_, state) => stepUpPlan(services.methods, state),
  moves,
  revisable,
  wrongTries: () => refusalsOfFlow,
  finish: finish(services),
  changes: () => [],
  contested: "factor_single",
  wording: (lang) => {
    const { labels, messages } = factorWording(services.methods, lang);
    return {
      labels: { ...labels, password: stepUpWords(lang).password },
      messages: { ...messages, ...stepUpMessages(lang) },
    };
  },
  cookies: (flowToken) => [sessionCookie(sessionToken(services.secrets, flowToken))],
  hasSession: livingSession(services),
  landing: ({ flow }) => flow.state.continuation ?? "/",
  completedPage: (view) => <EndedPage view={view} outcome="complete" />,
  endedPage: (view, outcome, { policy }) => (
    <EndedPage view={view} outcome={outcome} instead={insteadOfWaiting(view.lang, policy)} />
  ),
  absentPage: (view) => <EndedPage view={view} outcome="absent" />,
});
