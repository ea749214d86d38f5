import assert from "node:assert/strict";
import { mock, test } from "node:test";
import type { Command } from "./command.ts";
import { runCommandLine } from "./main.ts";

const failing = (error: Error): Command => ({
  name: "fail",
  usage: "",
  summary: "Fails.",
  options: {},
  run: async () => {
    throw error;
  },
});
const run = async (error: Error) => {
  const said: string[] = [];
  const complain = mock.method(console, "error", (line: string) => said.push(line));
  try {
    const open = () => Promise.reject(new Error("not opened"));
    return { code: await runCommandLine(["fail"], { commands: [failing(error)], open }), said };
  } finally {
    complain.mock.restore();
  }
};
const coded = (code: string) => Object.assign(new Error("secret words of the server"), { code });

for (const [code, words] of [
  ["53300", /データベースにつながりません.*\(53300\)/],
  ["ECONNREFUSED", /データベースにつながりません.*\(ECONNREFUSED\)/],
  ["55P03", /混み合っています.*\(55P03\)/],
  ["53100", /ディスクがいっぱいです.*\(53100\)/],
] as const)
  test(`${code} ends in one line that says what to do`, async () => {
    const { code: exit, said } = await run(coded(code));
    assert.equal(exit, 1);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", words);
    assert.ok(!said[0]?.includes("secret"));
  });

test("a bug of ours keeps its stack", async () => {
  await assert.rejects(run(coded("23505")), /secret words/);
});

test("a missing file is not taken for a database's missing socket", async () => {
  const missing = Object.assign(coded("ENOENT"), { path: "members.csv" });
  await assert.rejects(run(missing), { code: "ENOENT" });
});
