import { randomBytes } from "node:crypto";
import type { FlowDefinition } from "../../src/flow/index.ts";
import { firstSignIn } from "../../src/identity/first-sign-in/definition.tsx";
import type { FirstSignInServices, State } from "../../src/identity/first-sign-in/types.ts";
import { openMethods } from "../../src/identity/methods/index.ts";
import type { EntranceId, Id, MemberId, SocietyId } from "../../src/kernel/ids.ts";
import type { PlainDate } from "../../src/kernel/time.ts";
import { foldId } from "../../src/kernel/width.ts";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import type { Secrets } from "../../src/platform/crypto/types.ts";
import type { RequestContext } from "../../src/platform/http/types.ts";
import type { Policy } from "../../src/society/policy/policy.ts";
import type { Entrance, Society } from "../../src/society/types.ts";
import { answers as factorAnswers } from "../any-order-sign-in/answers.ts";
import { type TestClock, testClock } from "../clock.ts";
import { type Dials, policyWith } from "./dials.ts";
import { type FormerMethod, formerFactors } from "./factors.ts";
import { databaseOf, type Memory, type Row } from "./memory.ts";

// One society with one letter, and two browsers that register with it.

export const browsers = ["first", "second"] as const;
export type Browser = (typeof browsers)[number];

export type Scenario = {
  /** Begun in both browsers. */
  readonly isTwice: boolean;
  /** The society has them in turn: the first as it begins. */
  readonly dials: readonly Dials[];
  readonly isWeak: boolean;
  readonly issuedId: string;
  readonly fileAddress: string | null;
  /** What the account has that waits for this letter; null: nobody registered yet. */
  readonly former: Former | null;
  /** Staff exempted this member from an address. */
  readonly isExempt: boolean;
};

/** A registered member whose letter was issued anew. */
export type Former = {
  readonly userId: string;
  readonly email: string | null;
  readonly isConfirmed: boolean;
  readonly factors: readonly FormerMethod[];
  /** The letter takes them away. */
  readonly resets: boolean;
};

export type World = {
  readonly memory: Memory;
  readonly clock: TestClock;
  readonly services: FirstSignInServices;
  readonly definition: FlowDefinition<State>;
  readonly issuedId: string;
  readonly isWeak: boolean;
  readonly former: Former | null;
  readonly policies: readonly Policy[];
  /** The society as it is now. */
  readonly now: { society: Society };
  /** Earlier versions of its policy. */
  readonly versions: Map<number, Policy>;
  /** Of the mails, in their order. */
  readonly codes: readonly string[];
  /** Cookies. */
  readonly tokens: Map<Browser, string>;
};

const idOf = <Kind extends string>(n: number) =>
  `00000000-0000-7000-8000-${String(n).padStart(12, "0")}` as Id<Kind>;

export const ids = {
  society: idOf<"society">(1) as SocietyId,
  entrance: idOf<"entrance">(2) as EntranceId,
  member: idOf<"member">(3) as MemberId,
  letter: idOf<"credential">(4),
  other: idOf<"account">(5),
  own: idOf<"account">(6),
  newerLetter: idOf<"credential">(7),
};

export const person = {
  insurerNumber: "06990055",
  bornOn: "1979-08-22" as PlainDate,
  printedPassword: "abcd-2345-wxyz",
};

/** A user ID that another member has. */
export const takenId = "taken-by-one";

const brand = { colour: "#4c5c12", mark: "さ" };
const entrance: Entrance = {
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
  insurerNumber: person.insurerNumber,
  contact: { tel: "052-012-3456", hours: entrance.name, email: null, formUrl: null },
  mailDomain: null,
  brand,
  services: [],
  policy,
  texts: { terms: null, notes: [], faq: [], completion: null },
});

const kept = openSecrets(randomBytes(32));

/** What a hash stands for is seen in it: hashing is tried elsewhere. */
const passwords: FirstSignInServices["passwords"] = {
  ticket: () => ({ isHeld: () => true, [Symbol.dispose]: () => {} }),
  hash: async (_, password) => `hash of ${password}`,
  verify: async () => false,
  depth: () => 0,
};

/** Its password is nobody's until a first sign-in is completed. */
const accountOf = ({ userId, email, isConfirmed, factors }: Former): Row => ({
  id: ids.own,
  member_id: ids.member,
  entrance_id: ids.entrance,
  user_id: userId,
  password_hash: "hash of nobody's",
  email,
  email_confirmed_at: email !== null && isConfirmed ? "2026-01-01T00:00:00.000Z" : null,
  wants_update_mails: false,
  language: "ja",
  locked_at: null,
  awaits_letter: ids.letter,
  password_changed_at: "2026-01-01T00:00:00.000Z",
  factor_method: factors.find((one) => one !== "recovery-codes") ?? null,
  factor_wrong: 0,
  factor_locked_until: null,
});

const formerTables = (former: Former) => ({
  account: [accountOf(former)],
  terms_consent: [{ account_id: ids.own, version: "common-1" }],
  ...formerFactors(former.factors, ids.own),
});

const begunTables = ({
  isWeak,
  issuedId,
  fileAddress,
  former,
  isExempt,
}: Scenario): Memory["tables"] => ({
  ...(former && formerTables(former)),
  member: [
    {
      id: ids.member,
      born_on: person.bornOn,
      name_kana: "スズキ　ハナコ",
      email: fileAddress,
      lost_on: null,
      is_insured_person: true,
      is_mail_exempt: isExempt,
    },
  ],
  provisional_credential: [
    {
      id: ids.letter,
      member_id: ids.member,
      state: "active",
      issued_id: issuedId,
      is_weak: isWeak,
      resets_factors: former?.resets ?? false,
    },
  ],
  login_directory: [
    { entrance_id: ids.entrance, login_key: takenId, kind: "account", target_id: ids.other },
    {
      entrance_id: ids.entrance,
      login_key: foldId(issuedId),
      kind: "provisional",
      target_id: ids.letter,
    },
    ...(former
      ? [
          {
            entrance_id: ids.entrance,
            login_key: foldId(former.userId),
            kind: "account",
            target_id: ids.own,
          },
        ]
      : []),
  ],
});

/**
 * What is sealed lies open: sealing flows and mails is tried elsewhere, and here it would be a third
 * of the time. MACs are real; a code is read where its MAC is made.
 */
const watched = (codes: string[]): Secrets => ({
  ...kept,
  seal: (_, __, plain) => plain,
  open: (_, __, sealed) => sealed,
  mac: (purpose, text) => {
    if (purpose === "mail-code") codes.push(text.split(" ")[1] ?? "");
    return kept.mac(purpose, text);
  },
});

export const worldOf = (scenario: Scenario): World => {
  const { dials, issuedId, isWeak, former } = scenario;
  const policies = dials.map(policyWith);
  const memory: Memory = { tables: begunTables(scenario) };
  const now = { society: societyWith(policies[0] as Policy) };
  const codes: string[] = [];
  const versions = new Map<number, Policy>();
  const secrets = watched(codes);
  const mailDomainOf = () => "kenpo.example";
  const services: FirstSignInServices = {
    database: databaseOf(memory, factorAnswers),
    secrets,
    registry: {
      entranceAt: () => entrance,
      movedFrom: () => [],
      entrance: () => entrance,
      society: () => now.society,
      byCode: () => now.society,
      all: () => [now.society],
      closed: () => [],
      endings: () => [],
      windows: () => [],
      refresh: async () => {},
    },
    policyAt: async (society, version) => versions.get(version) ?? society.policy,
    passwords,
    methods: openMethods({ secrets, mailDomainOf }),
    mailDomainOf,
  };
  const definition = firstSignIn(services);
  const clock = testClock();
  const tokens = new Map();
  return {
    memory,
    clock,
    services,
    definition,
    issuedId,
    isWeak,
    former,
    policies,
    now,
    versions,
    codes,
    tokens,
  };
};

export const requestOf = ({ clock }: World, browser: string): RequestContext => ({
  id: "Rq7-abc_D",
  now: clock.now(),
  // Each browser at a line of its own, and far fewer tries than a source has.
  source: browser === "first" ? "192.0.2.1" : "192.0.2.2",
  userAgent: "",
  entrance,
  society: null,
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
