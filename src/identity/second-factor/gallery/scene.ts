import { type FlowServices, newFlow, type Scene } from "../../../flow/index.ts";
import { type AccountId, asId, type FactorId, type MemberId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { Setting } from "../../../ui/gallery/types.ts";
import { type FactorState, noFactorYet } from "../../factor-steps/index.ts";
import { type Factor, type MethodName, openMethods } from "../../methods/index.ts";
import { kind, lifetimeMinutes } from "../flow.ts";
import type { SecondFactorServices, State } from "../types.ts";

// A fictional member between a right password and the home page.

const secrets = openSecrets(Buffer.alloc(32, 4));
const methods = openMethods({
  secrets,
  mailDomainOf: ({ mailDomain }) => mailDomain ?? "mail.example.jp",
});

/** Only pages are asked for here: nothing reaches a database. */
export const services = { secrets, methods } satisfies Partial<
  FlowServices & SecondFactorServices
> as unknown as SecondFactorServices;

const nameOf: Readonly<Record<MethodName, string>> = {
  passkey: "iPhone",
  totp: "Pixel",
  "mail-otp": "",
  "recovery-codes": "",
};

/** Something enrolled long ago. */
export const enrolled = (method: MethodName, i: number): Factor => ({
  id: asId<"factor">(`01977420-0000-7000-8000-0000000000${30 + i}`) as FactorId,
  method,
  name: nameOf[method],
  addedAt: later("2026-11-20T01:00:00.000Z" as Factor["addedAt"], { days: -200 - i }),
  usedAt: null,
});

const owner: State["owner"] = {
  accountId: asId("01977420-0000-7000-8000-000000000020") as AccountId,
  memberId: asId("01977420-0000-7000-8000-000000000021") as MemberId,
  userId: "hanako822",
  initials: "H.S.",
  email: "hanako.suzuki@example.jp",
  isEmailFresh: false,
};

type Told = {
  readonly factor?: Partial<FactorState> | undefined;
  readonly policy?: ((policy: Policy) => Policy) | undefined;
};

/** Where this person stands. */
export const sceneIn = (
  { request, society }: Setting,
  { factor = {}, policy = (own) => own }: Told,
): Scene<State> => {
  const person = { isInsuredPerson: true, isMailExempt: false };
  const state: State = {
    owner,
    factor: { ...noFactorYet, person, factors: [], ...factor },
    passwordChangedAt: request.now,
    continuation: "/",
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
  const id = asId<"flow">("01977420-0000-7000-8000-000000000022") as typeof flow.id;
  return {
    society,
    policy: policy(society.policy),
    now: request.now,
    request,
    flow: { ...flow, id },
  };
};
