import { createHash, randomBytes } from "node:crypto";
import type { FlowDefinition } from "../../src/flow/index.ts";
import { openMethods } from "../../src/identity/methods/index.ts";
import { secondFactor } from "../../src/identity/second-factor/definition.tsx";
import type { State } from "../../src/identity/second-factor/types.ts";
import type { SignInServices } from "../../src/identity/sign-in/index.ts";
import type { AccountId, EntranceId, Id, MemberId, SocietyId } from "../../src/kernel/ids.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import type { Secrets } from "../../src/platform/crypto/types.ts";
import type { RequestContext } from "../../src/platform/http/types.ts";
import type { Policy } from "../../src/society/policy/policy.ts";
import type { Entrance, Society } from "../../src/society/types.ts";
import { databaseOf, type Memory, type Row } from "../any-order/memory.ts";
import { type TestClock, testClock } from "../clock.ts";
import { answers } from "./answers.ts";
import { type Dials, policyWith } from "./dials.ts";
import { type Enrolled, enrolledRows } from "./enrolled.ts";

// One society with one account, and two browsers that know its password.

export const browsers = ["first", "second"] as const;
export type Browser = (typeof browsers)[number];

export type Scenario = {
  /** The society has them in turn: the first as it begins. */
  readonly dials: readonly Dials[];
  readonly isInsuredPerson: boolean;
  readonly isMailExempt: boolean;
  readonly hasAddress: boolean;
  /** What the account has; the first that is no set of recovery codes is the active one. */
  readonly enrolled: readonly Enrolled[];
};

export type World = {
  readonly memory: Memory;
  readonly clock: TestClock;
  readonly services: SignInServices;
  readonly definition: FlowDefinition<State>;
  readonly policies: readonly Policy[];
  /** The society as it is now. */
  readonly now: { society: Society };
  /** Earlier versions of its policy. */
  readonly versions: Map<number, Policy>;
  /** Of the mails, in their order. */
  readonly codes: readonly string[];
  /** Cookies of the flow. */
  readonly tokens: Map<Browser, string>;
};

export const idOf = <Kind extends string>(n: number) =>
  `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as Id<Kind>;

export const ids = {
  society: idOf<"society">(1) as SocietyId,
  entrance: idOf<"entrance">(2) as EntranceId,
  member: idOf<"member">(3) as MemberId,
  account: idOf<"account">(4) as AccountId,
};

export const addresses = ["hanako@home.example", "hanako@new.example"] as const;

const brand = { colour: "#4c5c12", mark: "さ" };
export const entrance: Entrance = {
  id: ids.entrance,
  host: "kenpo.example",
  origin: "https://kenpo.example",
  rpId: "kenpo.example",
  kind: "own",
  name: { ja: "さくら健保", en: "Sakura" },
  brand,
  societies: [ids.society],
  hasEnded: false,
};

const societyWith = (policy: Policy): Society => ({
  id: ids.society,
  code: "story",
  version: 1,
  entranceId: ids.entrance,
  name: entrance.name,
  insurerNumber: "06990055",
  contact: { tel: "052-012-3456", hours: entrance.name, email: null, formUrl: null },
  mailDomain: null,
  brand,
  services: [],
  policy,
  texts: { terms: null, notes: [], faq: [], completion: null },
});

const kept = openSecrets(randomBytes(32));

/**
 * What is sealed lies open: sealing is tried elsewhere, and here it would be a third of the time.
 * MACs are as good as real; a code is read where its MAC is made.
 */
const watched = (codes: string[]): Secrets => {
  const mac: Secrets["mac"] = (purpose, text) =>
    createHash("sha256").update(`${purpose} ${text}`).digest("base64url");
  return {
    ...kept,
    seal: (_, __, plain) => plain,
    open: (_, __, sealed) => sealed,
    mac: (purpose, text) => {
      if (purpose === "mail-code") codes.push(text.split(" ")[1] ?? "");
      return mac(purpose, text);
    },
    isMac: (purpose, text, given) => mac(purpose, text) === given,
  };
};

const passwords = {
  ticket: () => ({ isHeld: () => true, [Symbol.dispose]: () => {} }),
  hash: async (_: unknown, password: string) => `hash of ${password}`,
  verify: async () => true,
  depth: () => 0,
};

const longAgo = "2026-01-01T00:00:00.000Z";

const accountOf = ({ hasAddress, enrolled }: Scenario): Row => ({
  id: ids.account,
  society_id: ids.society,
  member_id: ids.member,
  user_id: "hanako-2026",
  password_hash: "hash of it",
  password_changed_at: longAgo,
  email: hasAddress ? addresses[0] : null,
  email_confirmed_at: hasAddress ? longAgo : null,
  language: "ja",
  locked_at: null,
  factor_method: enrolled.find((one) => one !== "recovery-codes")?.replace(/ .*/, "") ?? null,
  factor_wrong: 0,
  factor_locked_until: null,
});

const tablesOf = (scenario: Scenario): Memory["tables"] => ({
  account: [accountOf(scenario)],
  member: [
    {
      id: ids.member,
      is_insured_person: scenario.isInsuredPerson,
      is_mail_exempt: scenario.isMailExempt,
    },
  ],
  ...enrolledRows(scenario.enrolled, ids.account, longAgo),
});

export const worldOf = (scenario: Scenario): World => {
  const policies = scenario.dials.map(policyWith);
  const memory: Memory = { tables: tablesOf(scenario) };
  const now = { society: societyWith(policies[0] as Policy) };
  const codes: string[] = [];
  const versions = new Map<number, Policy>();
  const secrets = watched(codes);
  const mailDomainOf = () => "kenpo.example";
  const services = {
    database: databaseOf(memory, answers),
    secrets,
    registry: { society: () => now.society },
    policyAt: async (society: Society, version: number) => versions.get(version) ?? society.policy,
    passwords,
    methods: openMethods({ secrets, mailDomainOf }),
  } as unknown as SignInServices;
  return {
    memory,
    clock: testClock(),
    services,
    definition: secondFactor(services),
    policies,
    now,
    versions,
    codes,
    tokens: new Map(),
  };
};

export const requestOf = ({ clock, now }: World, browser: string): RequestContext => ({
  id: "Rq7-abc_D",
  now: clock.now(),
  source: "192.0.2.1",
  userAgent: "",
  entrance,
  society: now.society,
  session: null,
  browser: { token: `browser ${browser}`, secure: true },
  // Lines of English mails are set many times faster, and they say the same.
  lang: "en",
  size: "standard",
  path: "/",
  form: {},
  view: () => {
    throw new Error("no page is drawn here");
  },
});
