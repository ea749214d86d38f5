import assert from "node:assert/strict";
import { test } from "node:test";
import { openLog } from "../platform/log.ts";
import { describeError } from "./describe-error.ts";

test("an error tells its name, code and place, never its message", () => {
  const lines: string[] = [];
  const log = openLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
  const error = Object.assign(new TypeError("Key (email)=(hanako@example.jp) already exists"), {
    code: "23505",
    detail: "hanako@example.jp",
  });
  log.event("error", "request.failed", describeError(error));
  const told = JSON.parse(lines[0] ?? "null");
  assert.equal(told.errorName, "TypeError");
  assert.equal(told.errorCode, "23505");
  assert.match(told.at, /src\/main\/describe-error\.test\.ts:\d+/);
  assert.doesNotMatch(lines.join(""), /hanako|\(email\)/);
  assert.ok(!lines.join("").includes(import.meta.dirname));
});

test("what is thrown but is no error is told without its value", () => {
  assert.deepEqual(describeError("hanako@example.jp"), { errorName: "unknown" });
});
