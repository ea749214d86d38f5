import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sampleDocument } from "../adding/samples.ts";
import { changedPaths } from "./changes.ts";
import { societyDocument, societyFileSchema } from "./document.ts";
import { type Problem, problemLine } from "./problems.ts";
import { checkDocument, readDocument } from "./read.ts";

const good = {
  code: "nagi",
  name: { ja: "なぎ健康保険組合", en: "Nagi Health Insurance Society" },
  insurerNumber: "06990014",
  contact: {
    tel: "03-0123-4567",
    hours: { ja: "平日 9時から17時まで", en: "Weekdays 9:00–17:00" },
  },
};
type Path = readonly (string | number)[];

/** The good document with another value at a path; undefined takes it away. */
const altered = (path: Path, value: unknown): unknown => {
  const copy = structuredClone(good) as Record<string, unknown>;
  let at: Record<PropertyKey, unknown> = copy;
  for (const part of path.slice(0, -1)) {
    at[part] ??= {};
    at = at[part] as Record<PropertyKey, unknown>;
  }
  at[path.at(-1) ?? ""] = value;
  return JSON.parse(JSON.stringify(copy));
};

const problemsOf = (given: unknown): readonly Problem[] => {
  const read = checkDocument(given);
  return read.ok ? [] : read.problems;
};

test("a short file gets an own entrance and every default", () => {
  const read = checkDocument(good);
  assert.ok(read.ok);
  assert.deepEqual(read.document.entrance, { kind: "own", host: null });
  assert.equal(read.document.policy.secondFactor.demand, "required");
  assert.deepEqual(read.document.texts.faq, []);
});

// Where, what stands there → the code of the refusal.
const bad: readonly [Path, unknown, string][] = [
  [["code"], undefined, "needed-value"],
  [["code"], "Nagi", "wrong-form"],
  [["code"], "n", "wrong-form"],
  [["code"], "xn--nagi", "wrong-form"],
  [["code"], "nagi-", "wrong-form"],
  [["code"], "staff", "reserved"],
  [["code"], "www", "reserved"],
  [["code"], "login", "reserved"],
  [["name", "en"], undefined, "needed-value"],
  [["name", "ja"], "", "too-small"],
  [["name", "ja"], " なぎ", "outer-space"],
  [["name", "ja"], "な\u202eぎ", "invisible"],
  [["name", "ja"], "な\u0000ぎ", "invisible"],
  [["name", "ja"], "な\nぎ", "invisible"],
  [["name", "ja"], "な".repeat(61), "too-big"],
  [["insurerNumber"], 6990014, "wrong-kind"],
  [["insurerNumber"], "０６９９００１４", "wrong-form"],
  [["insurerNumber"], "0699001", "wrong-form"],
  [["insurerNumber"], "06990015", "check-digit"],
  [["contact", "tel"], "０３-0123-4567", "wrong-form"],
  [["contact", "email"], "kenpo@nagi.example\nBcc: a@b.example", "wrong-form"],
  [["contact", "formUrl"], "javascript:alert(1)", "wrong-form"],
  [["contact", "formUrl"], "http://nagi.example/", "wrong-form"],
  [["contact", "postalAddress"], { address: "東京都見本区架空町1-1" }, "needed-value"],
  [["contact", "postalAddress"], { postalCode: "1000000", address: "東京都" }, "wrong-form"],
  [["contact", "postalAddress"], { postalCode: "100-0000", address: "東\n京" }, "invisible"],
  [["entrance", "kind"], "other", "not-a-choice"],
  [["policy", "letter", "delivery"], "school", "not-a-choice"],
  [["entrance"], { kind: "own", host: "Nagi.example" }, "wrong-form"],
  [["mailDomain"], "Mail.nagi.example", "wrong-form"],
  [["mailDomain"], "nagi", "wrong-form"],
  [["mailDomain"], "mail.nagi.example:25", "wrong-form"],
  [["mailDomain"], "a@nagi.example", "wrong-form"],
  [["mailDomain"], "nagi.example\r\nBcc: a@b.example", "wrong-form"],
  [["mailDomain"], `${"a.".repeat(95)}jp`, "too-big"],
  [["brand", "colour"], "red;}", "wrong-form"],
  [["services"], ["travel", "travel"], "once"],
  [["services"], ["parking"], "not-a-choice"],
  [["policy", "password", "minLength"], 7, "too-small"],
  [["policy", "password", "minLenght"], 12, "unknown-name"],
  [["policy", "lock", "passwordTries"], 101, "too-big"],
  [["policy", "secondFactor", "methods"], ["totp"], "recommended-not-offered"],
  [["policy", "secondFactor", "requiredOf"], ["everybody"], "not-a-choice"],
  [["policy", "secondFactor", "requiredOf"], [], "too-small"],
  [["policy", "secondFactor", "requiredOf"], ["dependent", "dependent"], "once"],
  [["policy", "session", "stepUpMinutes"], 0, "too-small"],
  [["policy", "session", "stepUpMinutes"], 61, "too-big"],
  [["texts", "terms"], { version: 1, effectiveOn: "2026-02-30", articles: {} }, "wrong-form"],
  [["__proto__x"], 1, "unknown-name"],
];

for (const [path, value, code] of bad)
  test(`${path.join(".")} = ${JSON.stringify(value)}: ${code}`, () => {
    const problems = problemsOf(altered(path, value));
    assert.ok(
      problems.some((problem) => problem.code === code),
      JSON.stringify(problems),
    );
    for (const problem of problems)
      for (const lang of ["ja", "en"] as const) {
        const line = problemLine(problem, lang);
        assert.ok(line.endsWith(`[${problem.code}]`) && !line.includes("undefined"), line);
        assert.match(line, /^[^\p{Cc}\p{Cf}]*$/u);
      }
  });

test("every problem is told at once, each place once", () => {
  const problems = problemsOf({ ...good, code: "www", insurerNumber: "1", policy: { foo: 1 } });
  assert.deepEqual(
    problems.map(({ path }) => path),
    ["code", "insurerNumber", "policy.foo"],
  );
});

test("what is no JSON is refused with the parser's words", () => {
  for (const text of ["", "{", '{"code":}', "組合"]) {
    const read = readDocument(text);
    assert.ok(!read.ok);
    assert.equal(read.problems[0]?.code, "not-json");
  }
});

test("a byte order mark and $schema are forgiven", () => {
  const read = readDocument(
    `\uFEFF${JSON.stringify({ $schema: "./society.schema.json", ...good })}`,
  );
  assert.ok(read.ok);
  assert.equal("$schema" in read.document, false);
});

test("whatever comes, it is read or refused with a place and a remedy", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const problems = problemsOf(value);
      assert.ok(problems.length > 0);
      for (const problem of problems) assert.ok(problemLine(problem, "ja").includes("["));
    }),
  );
});

const places: readonly Path[] = [
  ...["code", "name", "insurerNumber", "contact", "entrance", "brand", "services"].map((p) => [p]),
  ["name", "ja"],
  ["contact", "tel"],
  ["policy", "password", "minLength"],
  ["policy", "maintenance"],
  ["texts", "faq"],
];

test("a broken place is refused by its own path, or is right", () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
      const read = checkDocument(altered(path, value));
      if (read.ok) return;
      for (const problem of read.problems)
        assert.ok(problem.path.startsWith(path.join(".")), JSON.stringify(problem));
    }),
    { examples: [[["policy", "password", "minLength"], 1_499_530_728_457_458]] },
  );
});

test("a read document reads as itself", () => {
  for (const code of ["hikari", "kaede", "sakura"] as const) {
    const document = sampleDocument(code);
    assert.deepEqual(societyDocument.parse(document), document);
  }
});

test("changes are named by path, whatever the order of names", () => {
  const document = sampleDocument("hikari");
  const { code, ...rest } = document;
  assert.deepEqual(changedPaths(document, { ...rest, code }), []);
  const changed = structuredClone(document);
  changed.policy.lock.minutes = 45;
  changed.services.reverse();
  assert.deepEqual(changedPaths(document, changed), ["policy.lock.minutes", "services"]);
});

test("the printed schema has defaults, units, bounds and explanations", () => {
  type Printed = { readonly properties: Record<string, Printed>; readonly required: unknown };
  const printed = societyFileSchema() as Printed;
  const minutes = printed.properties.policy?.properties.lock?.properties.minutes;
  assert.deepEqual(
    { ...minutes },
    {
      default: 30,
      title: "自動で解除するまでの時間",
      description: "How long a timed lock lasts",
      unit: "minutes",
      type: "integer",
      minimum: 5,
      maximum: 1440,
    },
  );
  const { requiredOf } = printed.properties.policy?.properties.secondFactor?.properties ?? {};
  assert.deepEqual((requiredOf as { default?: unknown } | undefined)?.default, [
    ...["insured-person", "dependent"],
  ]);
  assert.deepEqual(printed.required, ["code", "name", "insurerNumber", "contact"]);
});
