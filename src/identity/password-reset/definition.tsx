import type { AnyStep, FlowDefinition } from "../../flow/index.ts";
import { factorSteps, factorTries, verify } from "../factor-steps/index.ts";
import { policyChanges } from "../first-sign-in/index.ts";
import { canLose } from "../methods/index.ts";
import { endEarlier, livingSession, sessionCookie, sessionToken } from "../sessions/index.ts";
import { finish } from "./finish/finish.ts";
import { cookie, kind, moves, path, revisable } from "./flow.ts";
import { password, resetPlan } from "./plan.ts";
import { identityStep } from "./steps/identity.tsx";
import { passwordStep } from "./steps/password.tsx";
import { losing } from "./steps/verify.ts";
import { wording } from "./text/wording.ts";
import type { ResetServices, State } from "./types.ts";
import { CompletedPage, EndedPage } from "./views/end-pages.tsx";
import { factorFrame } from "./views/frame.tsx";

const stepsOf = (services: ResetServices): readonly AnyStep<State>[] => {
  const factors = factorSteps<State>({
    methods: services.methods,
    ownerOf: ({ flow }) => flow.state.owner,
    frame: (view, framed) => factorFrame(view, framed, canLose(framed.shown.scene.policy)),
    path,
  });
  return [
    ...factors.map((step) => (step.name === verify ? losing(step) : step)),
    identityStep(services),
    passwordStep(services),
  ];
};

/** パスワードの再設定 with its parts put together. */
export const passwordReset = (services: ResetServices): FlowDefinition<State> => ({
  kind,
  cookie,
  path,
  steps: stepsOf(services),
  plan: (policy, state) => resetPlan(services.methods, policy, state),
  moves,
  revisable,
  wrongTries: ({ firstSignIn: { proofTries } }, step) => factorTries(step) ?? proofTries,
  finish: finish(services),
  // Of the same rules a first sign-in tells.
  changes: (then, now) =>
    policyChanges(then, now).filter(({ step }) => [password, "method"].includes(step)),
  contested: "factor_single",
  wording: (lang) => wording(services.methods, lang),
  cookies: (flowToken) => [sessionCookie(sessionToken(services.secrets, flowToken))],
  hasSession: livingSession(services),
  replaces: (_, request) => endEarlier(services, request),
  landing: () => `${path}/completed`,
  completedPage: (view, { flow }) => <CompletedPage view={view} state={flow.state} />,
  endedPage: (view, outcome) => <EndedPage view={view} outcome={outcome} />,
  absentPage: (view) => <EndedPage view={view} outcome="absent" />,
});
