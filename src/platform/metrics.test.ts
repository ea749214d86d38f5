import assert from "node:assert/strict";
import { test } from "node:test";
import { openMetrics } from "./metrics.ts";

test("requests by route pattern, mails by outcome, gauges read at each scrape", async () => {
  const metrics = openMetrics();
  let depth = 3;
  metrics.gauge({ name: "kenpo_depth", help: "Places taken", read: () => depth });
  metrics.request({ method: "POST", route: "/sign-in", status: 303, seconds: 0.04 });
  metrics.mail("sent");
  metrics.mail("sent");
  const text = await metrics.text();
  assert.match(
    text,
    /kenpo_http_request_seconds_bucket\{le="0.05",method="POST",route="\/sign-in",status="303"\} 1/,
  );
  assert.match(text, /kenpo_mail_total\{outcome="sent"\} 2/);
  assert.match(text, /kenpo_depth 3/);
  assert.match(text, /process_resident_memory_bytes \d/);
  depth = 0;
  assert.match(await metrics.text(), /kenpo_depth 0/);
});

test("what nobody knows has no line, whatever it was before", async () => {
  const metrics = openMetrics();
  let isKnown = true;
  const known = <T>(value: T) => (isKnown ? value : null);
  metrics.gauge({ name: "kenpo_age_seconds", help: "x", read: () => known(7) });
  metrics.counter({ name: "kenpo_taken_total", help: "x", read: () => known(8) });
  const read = () => known({ yes: 1, no: null });
  metrics.gauge({ name: "kenpo_kinds", help: "x", label: "urgent", read });
  const lines = async () =>
    (await metrics.text()).split("\n").filter((line) => /^kenpo_(age|taken|kinds)/.test(line));
  const all = ["kenpo_age_seconds 7", "kenpo_taken_total 8", 'kenpo_kinds{urgent="yes"} 1'];
  assert.deepEqual(await lines(), all);
  isKnown = false;
  assert.deepEqual(await lines(), []);
  isKnown = true;
  assert.deepEqual(await lines(), all);
});

test("mails are paused from when the relay takes none until it takes one", async () => {
  const metrics = openMetrics();
  const paused = async () => /^kenpo_mail_paused (\d)$/m.exec(await metrics.text())?.[1];
  assert.equal(await paused(), "0");
  metrics.mail("paused");
  metrics.mail("worker-failed");
  assert.equal(await paused(), "1");
  metrics.mail("postponed");
  assert.equal(await paused(), "0");
});

test("two servers in one process do not share counts", async () => {
  openMetrics().mail("sent");
  assert.doesNotMatch(await openMetrics().text(), /kenpo_mail_total\{/);
});
