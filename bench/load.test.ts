import assert from "node:assert/strict";
import { test } from "node:test";
import { bareServer } from "./bare-server.ts";
import { cpuMs, peakMb, treeCpuMs } from "./cpu.ts";
import { dialler, load, probe } from "./load.ts";

test("load and probe reach a bare server, and a wrong answer is an error", async (t) => {
  const server = await bareServer("<p>はい</p>");
  t.after(server.close);
  const { send, close } = dialler(server.port, "localhost:3000", 2);
  t.after(close);
  const inLoad = await load({ connections: 2, ms: 100 }, async () => {
    assert.equal((await send({ path: "/" })).body, "<p>はい</p>");
  });
  assert.ok(inLoad.count > 0 && inLoad.p50 <= inLoad.p99 && inLoad.p99 <= inLoad.most);
  const how = { port: server.port, host: "a", path: "/", ms: 100, connections: 1, everyMs: 0 };
  assert.ok((await probe(how)).count > 0);
  await assert.rejects(probe({ ...how, status: 404 }), /answered 200, not 404/);
});

test("a process's CPU and memory are read", { skip: process.platform !== "linux" }, () => {
  const own = cpuMs(process.pid);
  assert.ok(own > 0);
  assert.ok(treeCpuMs(process.pid) >= own);
  assert.ok(peakMb(process.pid) > 10);
  assert.equal(cpuMs(2 ** 30), 0);
});
