import { Hono } from "hono";
import type { PoolFigures } from "../../platform/database/connect.ts";
import type { DatabaseState } from "../../platform/database/ready.ts";
import type { Figure, Metrics } from "../../platform/metrics.ts";
import { databaseGauges, installationGauges, type Of, poolCounters, poolGauges } from "./gauges.ts";
import type { Learnt } from "./learn.ts";
import type { PhaseOf } from "./phase.ts";
import type { InstallationFigures } from "./store.ts";

export type OpsParts = {
  readonly metrics: Metrics;
  readonly learnt: Learnt;
  readonly phase: PhaseOf;
  readonly pool: () => PoolFigures;
  readonly info: Readonly<Record<"version" | "part" | "database", string>>;
};

const bind =
  <Source>(source: () => Source | null) =>
  ({ read, ...figure }: Of<Source>): Figure => ({
    ...figure,
    read: () => {
      const known = source();
      return known === null ? null : read(known);
    },
  });

type Known = { state: DatabaseState | null; figures: InstallationFigures | null };

const register = ({ metrics, phase, pool, info }: OpsParts, known: Known): void => {
  metrics.info("kenpo_info", "Always 1: which version runs, and which part of it", info);
  metrics.gauge({
    name: "kenpo_draining",
    help: "1 while this process finishes what it has begun and takes nothing new",
    read: () => (phase.is() === "draining" ? 1 : 0),
  });
  metrics.gauge({
    name: "kenpo_database_up",
    help: "1 when the database answered in time",
    read: () => (known.state ? 1 : 0),
  });
  poolGauges.map(bind(pool)).forEach(metrics.gauge);
  poolCounters.map(bind(pool)).forEach(metrics.counter);
  databaseGauges.map(bind(() => known.state)).forEach(metrics.gauge);
  installationGauges.map(bind(() => known.figures)).forEach(metrics.gauge);
};

/** Why no request should come here now; null: all is well. */
const whyNot = (phase: PhaseOf, state: DatabaseState | null): string | null => {
  if (phase.is() !== "running") return phase.is();
  if (!state) return "database unavailable";
  return state.isSchemaRight ? null : "schema too old: kenpo migrate";
};

/** `OPS_PORT`: for the operator's probes and Prometheus, never for the public. */
export const createOps = (parts: OpsParts): Hono => {
  const { metrics, learnt, phase } = parts;
  const known: Known = { state: null, figures: null };
  register(parts, known);
  const ops = new Hono();
  ops.get("/healthz", (c) => c.text("ok"));
  ops.get("/readyz", async (c) => {
    const why = whyNot(phase, await learnt.state());
    return why === null ? c.text("ready") : c.text(why, 503);
  });
  ops.get("/metrics", async (c) => {
    known.state = await learnt.state();
    // A database that is away is asked once, not waited for twice.
    known.figures = known.state ? await learnt.figures() : null;
    return c.body(await metrics.text(), 200, { "Content-Type": metrics.contentType });
  });
  return ops;
};
