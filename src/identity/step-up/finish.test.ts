import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scene } from "../../flow/index.ts";
import { asId } from "../../kernel/ids.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { openSecrets } from "../../platform/crypto/secrets.ts";
import { defaultPolicy } from "../../society/index.ts";
import { type Factor, type Held, openMethods } from "../methods/index.ts";
import { finish } from "./finish.ts";
import type { State, StepUpServices } from "./types.ts";

// Who was asked again, judged at the end: as the account and its session are by then.

const now = "2026-11-20T01:00:00.000Z" as Instant;
const secrets = openSecrets(Buffer.alloc(32, 1));
const methods = openMethods({ secrets, mailDomainOf: () => "" });
const services = { secrets, methods } as unknown as StepUpServices;
const id = (last: number) => asId<never>(`01977420-0000-7000-8000-00000000000${last}`);

const email = "hanako@example.jp";

const app: Factor = { id: id(2), method: "totp", name: "", addedAt: now, usedAt: null };
const passedApp = { factorId: app.id, method: "totp" } as const;

type Case = {
  readonly session?: string | null;
  readonly held?: Partial<Held>;
  readonly state?: Partial<Pick<State, "isPasswordRight" | "acr">>;
  readonly passed?: State["factor"]["passed"];
};

const outcomeOf = ({
  session = id(1),
  held = {},
  state = {},
  passed = passedApp,
}: Case): string => {
  const scene = {
    flow: {
      entranceId: id(5),
      state: {
        owner: { accountId: id(3), memberId: id(4), email },
        factor: { made: [], factors: [app], passed },
        isPasswordRight: true,
        acr: "mail",
        sessionId: id(1),
        passwordChangedAt: now,
        continuation: "/profile",
        ...state,
      },
    },
    now,
    society: { policy: defaultPolicy },
    request: { session: session === null ? null : { id: session } },
  } as unknown as Scene<State>;
  const loaded = {
    wrong: 0,
    lockedUntil: null,
    lockedAt: null,
    passwordChangedAt: now,
    active: "totp",
    email,
    confirmedAt: now,
    factors: [app],
    ...held,
  } as unknown as Held;
  const ended = finish(services).decide({ scene, loaded, token: "token" });
  return ended.kind === "end" ? ended.outcome : ended.kind;
};

const cases: readonly (readonly [string, Case, string])[] = [
  ["password and code", {}, "complete"],
  ["nobody is signed in", { session: null }, "changed"],
  ["another session", { session: id(9) }, "changed"],
  ["locked by staff", { held: { lockedAt: now } }, "changed"],
  ["locked by wrong ones", { held: { lockedUntil: later(now, { seconds: 1 }) } }, "factor-locked"],
  ["another password", { held: { passwordChangedAt: later(now, { seconds: 1 }) } }, "changed"],
  ["another address", { held: { email: "taro@example.jp" } }, "changed"],
  ["what was shown is gone", { held: { factors: [] } }, "changed"],
  ["the password alone, where something is enrolled since", { passed: null }, "changed"],
  [
    "the password alone, where nothing is",
    { passed: null, held: { factors: [] }, state: { acr: "single" } },
    "complete",
  ],
  [
    "nothing at all",
    { passed: null, held: { factors: [] }, state: { acr: "single", isPasswordRight: false } },
    "changed",
  ],
  ["a code without the password", { state: { isPasswordRight: false } }, "changed"],
  ["less than was asked for", { state: { acr: "passkey" } }, "reopen"],
];

for (const [why, given, expected] of cases)
  test(`at the end of being asked again: ${why}`, () => assert.equal(outcomeOf(given), expected));

// Whatever was shown of whatever there is: no session gets a strength that its owner did not show.

const weakestFirst = ["single", "mail", "two-step", "passkey"] as const;
const shownBy = {
  none: "single",
  "mail-otp": "mail",
  totp: "two-step",
  "recovery-codes": "two-step",
  passkey: "passkey",
} as const;
const own = (["mail-otp", "totp", "recovery-codes", "passkey"] as const).map((method, i) => ({
  ...app,
  id: id(6 + i),
  method,
}));

const isTrue = (method: keyof typeof shownBy, isPasswordRight: boolean, asked: State["acr"]) => {
  const isKnown = isPasswordRight || method === "passkey";
  return isKnown && weakestFirst.indexOf(shownBy[method]) >= weakestFirst.indexOf(asked);
};

for (const acr of weakestFirst)
  test(`no end is complete with less than ${acr}, and each with as much`, () => {
    for (const isPasswordRight of [true, false])
      for (const shown of [null, ...own])
        for (const factors of [[], own, own.filter((one) => one !== shown)]) {
          const passed = shown && { factorId: shown.id, method: shown.method };
          const state = { acr, isPasswordRight };
          const isThere = shown ? factors.includes(shown) : factors.length === 0;
          const isComplete = outcomeOf({ passed, state, held: { factors } }) === "complete";
          const expected = isThere && isTrue(shown?.method ?? "none", isPasswordRight, acr);
          assert.equal(isComplete, expected, JSON.stringify({ passed, state, factors }));
        }
  });
