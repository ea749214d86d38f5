// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the fixtures are code

import assert from "node:assert/strict";
import { test } from "node:test";
import { scan } from "./house/scan.ts";
import { checkHouse, compass, readTree, type Tree, told } from "./house.ts";

const rulesBrokenIn = (tree: Tree) => [...new Set(checkHouse(tree).map(({ rule }) => rule))];

// In pieces where the whole word would break the rule in this very file.
const leftover = ["// TO", "DO later"].join("");

/** What is wrong · the rule that says so · a small bad tree. */
const bad: readonly (readonly [string, string, Tree])[] = [
  ["upwards", "rooms", { "src/kernel/a.ts": `import { b } from "../mail/b.ts";` }],
  ["upwards by import()", "rooms", { "src/ui/a.ts": `const b = await import("../mail/b.ts");` }],
  ["upwards by export", "rooms", { "src/mail/a.ts": `export * from "../flow/index.ts";` }],
  [
    "upwards for types, not of types.ts",
    "rooms",
    { "src/ui/a.ts": `import type { B } from "../society/store.ts";` },
  ],
  [
    "kernel takes no types either",
    "rooms",
    { "src/kernel/a.ts": `import type { B } from "../society/types.ts";` },
  ],
  ["sideways past the door", "rooms", { "src/audit/a.ts": `import { b } from "../mail/b.ts";` }],
  [
    "between features of a room",
    "rooms",
    { "src/identity/locks/a.ts": `import { b } from "../sessions/b.ts";` },
  ],
  ["staff", "rooms", { "src/letters/a.ts": `import { b } from "../staff/index.ts";` }],
  ["no such room", "rooms", { "src/misc/a.ts": `import { b } from "../kernel/ids.ts";` }],
  ["browser code", "rooms", { "src/ui/a.ts": `import { b } from "../client/b.ts";` }],
  [
    "files in a circle",
    "cycles",
    {
      "src/mail/a.ts": `import { b } from "./b.ts";`,
      "src/mail/b.ts": `import { a } from "./a.ts";`,
    },
  ],
  [
    "features in a circle",
    "cycles",
    {
      "src/mail/a.ts": `import { b } from "../audit/index.ts";`,
      "src/audit/b.ts": `import { a } from "../mail/index.ts";`,
    },
  ],
  [
    "rules.ts with a store",
    "permit: rules.ts, flow.ts",
    { "src/mail/rules.ts": `import { a } from "./store.ts";` },
  ],
  [
    "rules.ts with a package",
    "permit: rules.ts, flow.ts",
    { "src/mail/rules.ts": `import { z } from "zod";` },
  ],
  [
    "flow.ts with a step",
    "permit: rules.ts, flow.ts",
    { "src/identity/x/flow.ts": `import { a } from "./steps/a.ts";` },
  ],
  [
    "a view with a store",
    "permit: views",
    { "src/identity/x/views/a.tsx": `import { a } from "../store.ts";` },
  ],
  [
    "a gallery that is read at the start",
    "permit: gallery",
    { "src/mail/index.ts": `export { gallery } from "./gallery.tsx";` },
  ],
  [
    "SQL elsewhere",
    "permit: SQL",
    { "src/mail/a.ts": `import { sql } from "../platform/database/sql.ts";` },
  ],
  [
    "SQL under another name",
    "permit: SQL",
    { "src/mail/a.ts": `import { sql as q } from "../platform/database/sql.ts";` },
  ],
  [
    "kernel with files",
    "permit: kernel",
    { "src/kernel/a.ts": `import { readFileSync } from "node:fs";` },
  ],
  ["environment", "environment", { "src/mail/a.ts": "const a = process.env.A;" }],
  ["Date.now", "clock", { "src/mail/a.ts": "const a = Date.now();" }],
  ["new Date", "clock", { "src/kernel/a.ts": "const a = new Date();" }],
  ["performance.now", "clock", { "src/mail/a.ts": "const a = performance.now();" }],
  ["Temporal.Now", "clock", { "src/mail/a.ts": "const a = Temporal.Now.instant();" }],
  ["now() in a statement", "clock", { "src/mail/store.ts": "const a = sql`select now(), ${b}`;" }],
  [
    "the server's time beside the one place that compares clocks",
    "clock",
    { "src/platform/database/processes/store.ts": "const a = sql`select clock_timestamp()`;" },
  ],
  [
    "the machine's time where clocks are compared",
    "clock",
    { "src/platform/database/processes/clock.ts": "const a = Date.now();" },
  ],
  [
    "now() in a migration",
    "clock",
    { "migrations/0001_a.sql": "create table a (at timestamptz default now());" },
  ],
  ["current_timestamp", "clock", { "migrations/0001_a.sql": "select CURRENT_TIMESTAMP;" }],
  ["raw", "markup", { "src/mail/a.tsx": "const a = <p>{raw(b)}</p>;" }],
  ["raw in ui", "markup", { "src/ui/a.tsx": 'const a = raw("<p>");' }],
  ["inner HTML", "markup", { "src/mail/a.tsx": "const a = <p dangerouslySetInnerHTML={b} />;" }],
  ["inline style", "markup", { "src/ui/a.tsx": `const a = <p class="b" style="color: red" />;` }],
  ["inline script", "markup", { "src/ui/a.tsx": "const a = <script>go()</script>;" }],
  ["event attribute", "markup", { "src/ui/a.tsx": "const a = <p onClick={go} />;" }],
  ["module mocking", "tests", { "src/mail/a.test.ts": "mock.module(a, b);" }],
  ["a society's code", "societies", { "src/mail/a.ts": `if (society.code === "asahi") go();` }],
  ["a society's code as a key", "societies", { "src/mail/a.ts": "const minutes = { asahi: 30 };" }],
  ["camelCase file", "names", { "src/mail/sendMail.ts": "" }],
  ["a file that says nothing", "names", { "src/mail/mail-utils.ts": "" }],
  ["a folder that says nothing", "names", { "src/mail/helpers/a.ts": "" }],
  ["a name that says nothing", "names", { "src/mail/a.ts": "const mailManager = 1;" }],
  ["data", "names", { "src/mail/a.ts": "const data = 1;" }],
  ["class", "no classes", { "src/mail/a.ts": "class Outbox { }" }],
  ["left for later", "leftovers", { "src/mail/a.ts": leftover }],
  ["Japanese only", "text", { "src/mail/text.ts": "export const ja = {};" }],
  [
    "English not held by type",
    "text",
    { "src/mail/text.ts": "export const ja = {};\nexport const en = {};" },
  ],
  ["a society without English", "text", { "societies/a.json": `{"name":{"ja":"あ"}}` }],
];

for (const [name, rule, tree] of bad)
  test(`the house refuses: ${name}`, () => assert.deepEqual(rulesBrokenIn(tree), [rule]));

const fine: Tree = {
  "src/kernel/ids.ts": `import { randomBytes } from "node:crypto";`,
  "src/platform/a.ts": `import type { B } from "../society/types.ts";\nimport type { View } from "../ui/view.ts";`,
  "src/platform/clock.ts": "const a = Date.now();",
  "src/platform/database/processes/clock.ts": "const a = sql`select clock_timestamp()`;",
  "src/mail/index.ts": `export { a } from "./a.ts";`,
  "src/mail/a.ts": `
    // An example: import { b } from "../flow/b.ts"; Date.now()
    import { record } from "../audit/index.ts";
    import type { Step } from "./step.ts";
    const at = new Date(ms);
    const text = \`\${clock.now()} asahi.example \${"process.env"}\`;
    const like = /["'\`]/.test(text);
    class OutboxError extends Error {}`,
  "src/mail/rules.ts": `import { later } from "../kernel/time.ts";\nimport type { Mail } from "./store.ts";`,
  "src/mail/store.ts": `import { sql } from "../platform/database/sql.ts";\nconst a = sql\`select \${clock.now()}\`;`,
  "src/mail/store.test.ts": `import { sql } from "../platform/database/sql.ts";\nconst a = Date.now();`,
  "src/identity/x/views/a.tsx": `import { Page } from "../../../ui/index.ts";\nimport { ja } from "../text.ts";\nconst a = <Page style="new"><script src="/a.js" /></Page>;`,
  "src/ui/layout.tsx": 'const doctype = raw("<!doctype html>");',
  "src/identity/locks/a.ts": `import { b } from "../sessions/index.ts";`,
  "src/society/adding/samples.ts": `const names = ["asahi"];`,
  "migrations/0001_ground.sql": "-- never now()\nselect 1;",
  "societies/a.json": `{"name":{"ja":"あ","en":"A"}}`,
};

test("the house lets good files be", () => assert.deepEqual(checkHouse(fine).map(told), []));

test("comments and strings are told apart from code", () => {
  const { code, strings } = scan("a.ts", 'a("b" /* c */, `d${e({ f: `g` })}h`); // i');
  assert.equal(code, 'a(" "        , ` ${e({ f: ` ` })} `);     ');
  assert.equal(strings.replace(/\s+/g, " "), " b d g h ");
});

test("the compass tells sizes and full folders", () => {
  const many = Array.from({ length: 16 }, (_, i) => [`src/mail/a${i}.ts`, "\n".repeat(9)]);
  assert.deepEqual(compass(Object.fromEntries(many)), [
    "16 files, median 10 lines, 90 % within 10 (compass: 60, 200)",
    "src/mail has 16 entries (compass: 15)",
  ]);
});

test("the project keeps the rules of the house", () =>
  assert.deepEqual(checkHouse(readTree()).map(told), []));
