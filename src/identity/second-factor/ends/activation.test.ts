import assert from "node:assert/strict";
import { test } from "node:test";
import { asId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { defaultPolicy } from "../../../society/index.ts";
import {
  type Factor,
  type Held,
  type MethodName,
  openMethods,
  type Place,
} from "../../methods/index.ts";
import { activation } from "./activation.ts";

// Which 認証方法 a sign-in asks for first, after another one was enrolled: and its owner knows.

const now = "2026-11-20T01:00:00.000Z" as Instant;
const secrets = openSecrets(Buffer.alloc(32, 1));
const methods = openMethods({ secrets, mailDomainOf: () => "" });

const factor = (method: MethodName): Factor => ({
  id: asId("01977420-0000-7000-8000-000000000001"),
  method,
  name: "",
  addedAt: now,
  usedAt: null,
});

type Case = {
  readonly active: MethodName | null;
  readonly made: MethodName;
  readonly isBeside: boolean;
  readonly allowed?: readonly MethodName[];
};

const comesTo = ({ active, made, isBeside, allowed = ["passkey", "totp", "mail-otp"] }: Case) => {
  const secondFactor = { ...defaultPolicy.secondFactor, methods: allowed };
  const society = {
    code: "hikari",
    name: { ja: "", en: "" },
    contact: {},
    policy: { secondFactor },
  };
  const place = {
    scene: { society: { ...society, policy: { ...defaultPolicy, secondFactor } }, now },
    owner: { accountId: asId("01977420-0000-7000-8000-000000000002"), initials: "" },
    factors: [],
  } as unknown as Place;
  const factors = active === null ? [] : [factor(active)];
  const held = { active, factors, email: null, language: "ja" } as unknown as Held;
  const { changes, facts } = activation(methods, {
    place,
    made: [{ method: made, name: "", kept: null } as never],
    held,
    isBeside,
  });
  return `${changes.length > 0 ? "kept" : "another"} ${facts.map(({ action }) => action).join()}`;
};

const cases: readonly (readonly [string, Case, string])[] = [
  ["beside", { active: "mail-otp", made: "totp", isBeside: true }, "kept "],
  ["chosen", { active: "mail-otp", made: "totp", isBeside: false }, "another factor.activated"],
  [
    "beside what is not allowed any more",
    { active: "mail-otp", made: "totp", isBeside: true, allowed: ["totp"] },
    "another factor.activated",
  ],
  ["the first", { active: null, made: "totp", isBeside: true }, "another factor.activated"],
  ["one more of the same", { active: "totp", made: "totp", isBeside: true }, "another "],
];

for (const [why, given, expected] of cases)
  test(`the active one when another was enrolled, ${why}`, () =>
    assert.equal(comesTo(given), expected));
