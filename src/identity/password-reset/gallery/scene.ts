import { type FlowServices, newFlow, type Scene } from "../../../flow/index.ts";
import { type AccountId, asId, type FactorId, type MemberId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { Setting } from "../../../ui/gallery/types.ts";
import { noFactorYet } from "../../factor-steps/index.ts";
import { type Factor, openMethods } from "../../methods/index.ts";
import { kind, lifetimeMinutes } from "../flow.ts";
import type { ResetServices, State } from "../types.ts";

// A fictional member between a mail that was received and a new password.

const secrets = openSecrets(Buffer.alloc(32, 4));
const methods = openMethods({
  secrets,
  mailDomainOf: ({ mailDomain }) => mailDomain ?? "mail.example.jp",
});

/** Only pages are asked for here: nothing reaches a database. */
export const services = { secrets, methods } satisfies Partial<
  FlowServices & ResetServices
> as unknown as ResetServices;

/** An app that was set up long ago. */
export const app: Factor = {
  id: asId<"factor">("01977420-0000-7000-8000-000000000030") as FactorId,
  method: "totp",
  name: "Pixel",
  addedAt: later("2026-11-20T01:00:00.000Z" as Factor["addedAt"], { days: -200 }),
  usedAt: null,
};

const owner: State["owner"] = {
  accountId: asId("01977420-0000-7000-8000-000000000020") as AccountId,
  memberId: asId("01977420-0000-7000-8000-000000000021") as MemberId,
  userId: "hanako822",
  initials: "H.S.",
  email: "hanako.suzuki@example.jp",
  isEmailFresh: true,
};

export type Told = {
  readonly own?: Partial<State>;
  readonly policy?: (policy: Policy) => Policy;
};

/** Where this person stands. */
export const sceneIn = (
  { request, society }: Setting,
  { own = {}, policy = (unchanged) => unchanged }: Told,
): Scene<State> => {
  const person = { isInsuredPerson: true, isMailExempt: false };
  const state: State = {
    owner,
    mailedTo: owner.email,
    ground: "link",
    isIdentityProved: false,
    lost: null,
    factor: { ...noFactorYet, person, factors: [] },
    given: [],
    passwordChangedAt: request.now,
    temporaryMac: null,
    password: null,
    signsOutEverywhere: true,
    ...own,
  };
  const flow = newFlow(
    { kind },
    {
      request,
      societyId: society.id,
      subjectId: owner.accountId,
      memberId: owner.memberId,
      policyVersion: society.version,
      expiresAt: later(request.now, { minutes: lifetimeMinutes }),
      state,
    },
  );
  // The same at each visit: pictures of pages are compared.
  const id = asId<"flow">("01977420-0000-7000-8000-000000000023") as typeof flow.id;
  const judged = policy(society.policy);
  return { society, policy: judged, now: request.now, request, flow: { ...flow, id } };
};
