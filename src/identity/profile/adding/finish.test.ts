import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scene } from "../../../flow/index.ts";
import { asId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { Session } from "../../../platform/http/types.ts";
import { defaultPolicy } from "../../../society/index.ts";
import { type Factor, type Held, openMethods } from "../../methods/index.ts";
import type { ProfileServices } from "../types.ts";
import { finish } from "./finish.ts";
import type { State } from "./types.ts";

// Whose flow it is, judged at its end: whatever stands before the page may have failed.

const now = "2026-11-20T01:00:00.000Z" as Instant;
const secrets = openSecrets(Buffer.alloc(32, 1));
const methods = openMethods({ secrets, mailDomainOf: () => "" });
const services = { secrets, methods } as unknown as ProfileServices;
const accountId = asId<"account">("01977420-0000-7000-8000-000000000001");
const email = "hanako@example.jp";

const app: Factor = {
  id: asId("01977420-0000-7000-8000-000000000002"),
  method: "totp",
  name: "",
  addedAt: now,
  usedAt: null,
};

const ago = (minutes: number) => later(now, { minutes: -minutes });

type Case = {
  readonly session?: Partial<Session> | null;
  readonly held?: Partial<Held>;
  readonly purpose?: State["purpose"];
};

const outcomeOf = ({ session = {}, held = {}, purpose = "codes" }: Case): string => {
  const state: Partial<State> = {
    owner: { accountId, email } as State["owner"],
    factor: { made: [], factors: [] } as unknown as State["factor"],
    purpose,
    passwordChangedAt: now,
  };
  const own = {
    accountId,
    amr: ["password", "otp"],
    factorMethod: "totp",
    provedAt: now,
    ...session,
  };
  const scene = {
    flow: { state },
    now,
    society: { policy: defaultPolicy },
    request: { session: session === null ? null : own },
  } as unknown as Scene<State>;
  const loaded = {
    wrong: 0,
    lockedUntil: null,
    lockedAt: null,
    passwordChangedAt: now,
    active: "totp",
    email,
    confirmedAt: now,
    language: "ja",
    factors: [app],
    ...held,
  } as Held;
  const ended = finish(services).decide({ scene, loaded, token: "token" });
  return ended.kind === "end" ? ended.outcome : ended.kind;
};

const cases: readonly (readonly [string, Case, string])[] = [
  ["nothing is another", {}, "complete"],
  ["nobody is signed in", { session: null }, "changed"],
  [
    "somebody else is",
    { session: { accountId: asId("01977420-0000-7000-8000-000000000009") } },
    "changed",
  ],
  ["the session shows less than the account asks", { session: { amr: ["password"] } }, "changed"],
  ["staff locked the account", { held: { lockedAt: now } }, "changed"],
  ["wrong ones locked it", { held: { lockedUntil: later(now, { seconds: 1 }) } }, "changed"],
  ["a lock is over", { held: { lockedUntil: now } }, "complete"],
  [
    "the password is another",
    { held: { passwordChangedAt: later(now, { seconds: 1 }) } },
    "changed",
  ],
  ["its owner was known too long ago", { session: { provedAt: ago(40) } }, "changed"],
  ["its owner was known when it began", { session: { provedAt: ago(39) } }, "complete"],
  ["the address is not proved any more", { held: { confirmedAt: null } }, "changed"],
  ["the address is another", { held: { email: "taro@example.jp" } }, "changed"],
  ["codes without anything that they stand in for", { held: { factors: [] } }, "changed"],
];

for (const [why, given, expected] of cases)
  test(`at the end of adding: ${why}`, () => assert.equal(outcomeOf(given), expected));
