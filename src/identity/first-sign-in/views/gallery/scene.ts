import type { Scene } from "../../../../flow/index.ts";
import { type AccountId, asId, type Id, type MemberId } from "../../../../kernel/ids.ts";
import { later } from "../../../../kernel/time.ts";
import { openSecrets } from "../../../../platform/crypto/secrets.ts";
import type { Policy } from "../../../../society/policy/policy.ts";
import type { Setting } from "../../../../ui/gallery/types.ts";
import { noFactorYet } from "../../../factor-steps/index.ts";
import { openMethods } from "../../../methods/index.ts";
import { foldPrinted } from "../../../provisional/index.ts";
import { nothingYet } from "../../beginning.ts";
import { kind } from "../../flow.ts";
import type { FirstSignInServices, State } from "../../types.ts";

// A fictional person in the middle of a registration: what the runner would read from its row.

const secrets = openSecrets(Buffer.alloc(32, 4));

/** What is printed on the letter of the samples. */
export const printed = { id: "4821903756125", password: "kmwt-2947-hpzx" };
export const address = "hanako.suzuki@example.jp";
export const addressOnFile = "h.suzuki@example.com";

/** Only pages and forms are asked here: nothing reaches a database or a queue. */
const mailDomainOf: FirstSignInServices["mailDomainOf"] = ({ mailDomain }) =>
  mailDomain ?? "mail.example.jp";
export const services = {
  secrets,
  mailDomainOf,
  methods: openMethods({ secrets, mailDomainOf }),
} satisfies Partial<FirstSignInServices> as unknown as FirstSignInServices;

const learnt: State = {
  ...nothingYet,
  issuedId: printed.id,
  printedMac: secrets.mac("printed", foldPrinted(printed.password)),
  isWeak: false,
  fileAddress: null,
  initials: "H.S.",
  accountId: asId<"account">("01977420-0000-7000-8000-000000000005") as AccountId,
  factor: {
    ...noFactorYet,
    person: { isInsuredPerson: true, isMailExempt: false },
    factors: [],
  },
  email: address,
  userId: { shown: "hanako822", key: "hanako822" },
};

type Told = {
  readonly state?: Partial<State> | undefined;
  readonly policy?: ((policy: Policy) => Policy) | undefined;
  /** Seconds since the page before. */
  readonly after?: number | undefined;
};

/** Where this person stands. */
export const sceneIn = (
  { request, society }: Setting,
  { state = {}, policy = (own) => own, after = 0 }: Told,
): Scene<State> => ({
  society,
  policy: policy(society.policy),
  now: later(request.now, { seconds: after }),
  request,
  flow: {
    id: asId<"flow">("01977420-0000-7000-8000-000000000001"),
    societyId: society.id,
    kind,
    entranceId: society.entranceId,
    subjectId: asId("01977420-0000-7000-8000-000000000002") as Id<string>,
    memberId: asId("01977420-0000-7000-8000-000000000003") as MemberId,
    policyVersion: society.version,
    done: [],
    state: { ...learnt, ...state },
    turn: 1,
    wrong: 0,
    startedAt: request.now,
    expiresAt: later(request.now, { hours: 24 }),
    endedAt: null,
    outcome: null,
  },
});
