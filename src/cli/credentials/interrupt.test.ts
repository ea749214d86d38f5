import assert from "node:assert/strict";
import { test } from "node:test";
import type { LetterSink } from "../../identity/provisional/index.ts";
import { ok } from "../../kernel/result.ts";
import { interruptible } from "./interrupt.ts";

const signal = "SIGHUP";
const counted = () => {
  const calls: string[] = [];
  const sink: LetterSink = {
    write: async () => void calls.push("write"),
    finish: async () => {
      calls.push("finish");
      return ok(null);
    },
    discard: async () => void calls.push("discard"),
  };
  return { calls, ...interruptible(sink) };
};

test("from the signal on nothing is written or finished, and what is there can be taken back", async () => {
  const { calls, sink, release } = counted();
  await sink.write([]);
  process.emit(signal);
  await assert.rejects(sink.write([]), { code: "EINTR" });
  await assert.rejects(sink.finish(), { code: "EINTR" });
  await sink.discard();
  assert.deepEqual(calls, ["write", "discard"]);
  release();
});

test("files that are whole stay, and after them the signal is the system's again", async () => {
  const before = process.listenerCount(signal);
  const { calls, sink, release } = counted();
  assert.ok((await sink.finish()).ok);
  process.emit(signal);
  assert.deepEqual(calls, ["finish"]);
  release();
  assert.equal(process.listenerCount(signal), before);
});
