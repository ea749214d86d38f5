import type { FlowDefinition } from "../../flow/index.ts";
import { sessionCookie } from "../sessions/index.ts";
import { finish } from "./finish.ts";
import { kind, moves, path, plan, revisable } from "./flow.ts";
import { confirm } from "./steps/confirm.tsx";
import { detailsStep } from "./steps/details.tsx";
import { identityStep } from "./steps/identity.tsx";
import type { FirstSignInServices, State } from "./types.ts";
import { CompletedPage, EndedPage } from "./views/end-pages.tsx";
import { wording } from "./wording.ts";

/** The first sign-in with its parts put together. */
export const firstSignIn = (services: FirstSignInServices): FlowDefinition<State> => {
  /**
   * Derived from the flow's own token, so that a double submit and a lost answer get the same
   * session and not a second one. Only for the browser that holds that token.
   */
  const sessionToken = (flowToken: string) => services.secrets.mac("session", flowToken);
  return {
    kind,
    path,
    steps: [identityStep(services), detailsStep(services), confirm],
    plan,
    moves,
    revisable,
    wrongTries: ({ firstSignIn: { proofTries } }) => proofTries,
    finish: (tx, scene, today, flowToken) =>
      finish({ tx, scene, today, sessionToken: sessionToken(flowToken) }),
    wording,
    cookies: (flowToken) => [sessionCookie(sessionToken(flowToken))],
    completedPage: (view, { flow, society }) => (
      <CompletedPage
        view={view}
        hasMail={flow.state.hasMail === true}
        mailDomain={services.mailDomain}
        own={society.texts.completion}
      />
    ),
    endedPage: (view, outcome) => <EndedPage view={view} outcome={outcome} />,
    absentPage: (view) => <EndedPage view={view} outcome="absent" />,
  };
};
