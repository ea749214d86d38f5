import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openLog } from "./log.ts";
import type { LogFields } from "./log-fields.ts";

const listening = (level = "info") => {
  const lines: string[] = [];
  const log = openLog({ level, destination: { write: (line) => void lines.push(line) } });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "null") };
};
const mail = "0199a0b0-0000-7000-8000-000000000001";

test("a line is JSON with level, time, event and fields", () => {
  const { log, last } = listening();
  log.about({ requestId: "Abc-123_x" }).event("warn", "mail.postponed", { mail, code: "smtp-451" });
  const { time, ...rest } = last();
  assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.deepEqual(rest, {
    level: "warn",
    requestId: "Abc-123_x",
    mail,
    code: "smtp-451",
    event: "mail.postponed",
  });
});

test("LOG_LEVEL is obeyed", () => {
  const { log, lines } = listening("error");
  log.event("info", "server.started");
  assert.deepEqual(lines, []);
});

// What a careless caller might put in, past the types.
const personal = [
  "山田花子",
  "ヤマダ ハナコ",
  "hanako@example.jp",
  "1234-567",
  "東京都千代田区1-1",
  "/confirm/AbCdEf?mail=hanako@example.jp",
  "19790822",
  "Sakura2026 pass",
  "192.0.2.17",
];
for (const value of personal)
  test(`withheld in every field, dropped without one: ${value}`, () => {
    const { log, lines } = listening();
    const fields = Object.fromEntries(
      [
        "requestId",
        "society",
        "account",
        "mail",
        "code",
        "outcome",
        "route",
        "errorName",
        "errorCode",
      ]
        .concat(["version", "step", "status", "count", "name", "email", "body"])
        .filter((name) => !(name === "requestId" && /^[\d-]+$/.test(value)))
        .map((name) => [name, value]),
    ) as LogFields;
    log.event("info", "form.refused", fields);
    log.about(fields).event("info", "form.refused");
    assert.ok(lines.length === 2 && !lines.join("").includes(value), lines.join(""));
  });

test("no free text passes, whatever it is", () => {
  const { log, last } = listening();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      log.event("info", "any", { [text]: text, society: text, member: text } as LogFields);
      const { time: _, level: _level, event: _event, ...fields } = last();
      assert.deepEqual(fields, { society: "(withheld)", member: "(withheld)" });
    }),
  );
});

test("names that every object has are no fields", () => {
  const { log, last } = listening();
  const fields = { toString: "x", constructor: "x", ["__proto__"]: "x", code: "ok" };
  log.event("info", "any", fields as unknown as LogFields);
  const { time: _, level: _level, ...rest } = last();
  assert.deepEqual(rest, { code: "ok", event: "any" });
});
