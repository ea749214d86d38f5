import { Hono } from "hono";
import { isDatabaseReady } from "../platform/database/ready.ts";
import type { Database } from "../platform/database/types.ts";
import type { Metrics } from "../platform/metrics.ts";

/** `OPS_PORT`: for the operator's probes and Prometheus, on loopback. */
export const createOps = (database: Database, metrics: Metrics) => {
  const ops = new Hono();
  ops.get("/healthz", (c) => c.text("ok"));
  ops.get("/readyz", async (c) =>
    (await isDatabaseReady(database)) ? c.text("ready") : c.text("database unavailable", 503),
  );
  ops.get("/metrics", async (c) =>
    c.body(await metrics.text(), 200, { "Content-Type": metrics.contentType }),
  );
  return ops;
};
