import assert from "node:assert/strict";
import { test } from "node:test";
import { openMetrics } from "./metrics.ts";

test("requests by route pattern, mails by outcome, gauges read at each scrape", async () => {
  const metrics = openMetrics();
  let depth = 3;
  metrics.gauge("kenpo_password_queue_depth", "Places taken", () => depth);
  metrics.request({ method: "POST", route: "/sign-in", status: 303, seconds: 0.04 });
  metrics.mail("sent");
  metrics.mail("sent");
  const text = await metrics.text();
  assert.match(
    text,
    /kenpo_http_request_seconds_bucket\{le="0.05",method="POST",route="\/sign-in",status="303"\} 1/,
  );
  assert.match(text, /kenpo_mail_total\{outcome="sent"\} 2/);
  assert.match(text, /kenpo_password_queue_depth 3/);
  assert.match(text, /process_resident_memory_bytes \d/);
  depth = 0;
  assert.match(await metrics.text(), /kenpo_password_queue_depth 0/);
});

test("two servers in one process do not share counts", async () => {
  openMetrics().mail("sent");
  assert.doesNotMatch(await openMetrics().text(), /kenpo_mail_total\{/);
});
