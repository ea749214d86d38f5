import type { FlowDefinition } from "../../flow/index.ts";
import { userIdContest } from "../accounts/index.ts";
import { factorSteps, factorTries, factorWording } from "../factor-steps/index.ts";
import { endEarlier, livingSession, sessionCookie, sessionToken } from "../sessions/index.ts";
import { changes } from "./finish/changes.ts";
import { finish } from "./finish/finish.ts";
import { ownerOf } from "./finish/owner.ts";
import { kind, moves, path, revisable } from "./flow.ts";
import { plan } from "./plan.ts";
import { renewed } from "./renewed.ts";
import { addressStep } from "./steps/address.tsx";
import { addressCheckStep } from "./steps/address-check.tsx";
import { confirm } from "./steps/confirm.tsx";
import { detailsStep } from "./steps/details.tsx";
import { fileAddressStep } from "./steps/file-address.tsx";
import { identityStep } from "./steps/identity.tsx";
import { passwordStep } from "./steps/password.tsx";
import { termsStep } from "./steps/terms.tsx";
import { userIdStep } from "./steps/user-id.tsx";
import { wording } from "./text/wording.ts";
import type { FirstSignInServices, State } from "./types.ts";
import { CompletedPage, EndedPage } from "./views/end-pages.tsx";
import { factorFrame } from "./views/factor-frame.tsx";

/** The first sign-in with its parts put together. */
export const firstSignIn = (services: FirstSignInServices): FlowDefinition<State> => ({
  kind,
  cookie: "flow",
  path,
  steps: [
    identityStep(services),
    termsStep,
    fileAddressStep(services),
    addressCheckStep(services, "file-address-check"),
    detailsStep(services),
    addressStep(services),
    addressCheckStep(services, "address-check"),
    userIdStep(services),
    confirm,
    passwordStep(services),
    ...factorSteps<State>({ methods: services.methods, ownerOf, frame: factorFrame, path }),
  ],
  renewed: renewed(services),
  plan,
  moves,
  revisable,
  wrongTries: ({ firstSignIn: { proofTries } }, step) => factorTries(step) ?? proofTries,
  finish: finish(services),
  changes,
  contested: userIdContest,
  wording: (lang) => {
    const own = wording(lang);
    const factors = factorWording(services.methods, lang);
    return {
      labels: { ...factors.labels, ...own.labels },
      messages: { ...factors.messages, ...own.messages },
    };
  },
  cookies: (flowToken) => [sessionCookie(sessionToken(services.secrets, flowToken))],
  hasSession: livingSession(services),
  replaces: (_, request) => endEarlier(services, request),
  // The classic way ends with its page of notes, the new one at home.
  landing: ({ policy }) =>
    policy.firstSignIn.style === "classic" ? `${path}/completed` : "/?registered",
  completedPage: (view, { flow, society }) => (
    <CompletedPage
      view={view}
      hasMail={flow.state.hasMail === true}
      hasAddress={flow.state.hasAddress ?? flow.state.hasMail === true}
      hasEnrolled={flow.state.hasEnrolled === true}
      mailDomain={services.mailDomainOf(society)}
      own={society.texts.completion}
    />
  ),
  endedPage: (view, outcome) => <EndedPage view={view} outcome={outcome} />,
  absentPage: (view) => <EndedPage view={view} outcome="absent" />,
});
