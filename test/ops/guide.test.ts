import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { sourceLimit } from "../../src/identity/sign-in/index.ts";
import {
  databaseGauges,
  installationGauges,
  poolCounters,
  poolGauges,
} from "../../src/main/ops/gauges.ts";
import { watchedPasswords } from "../../src/main/ops/passwords.ts";
import { openPhase } from "../../src/main/ops/phase.ts";
import { createOps } from "../../src/main/ops/server.ts";
import { openMetrics } from "../../src/platform/metrics.ts";

/** The operator's guide and the alerts say what the program does. */

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const guide = readdirSync(new URL("../../docs/operator", import.meta.url));

/** Every name that /metrics can have. */
const registered = async () => {
  const metrics = openMetrics();
  watchedPasswords(metrics, { lanes: 1, places: 1 });
  const ops = createOps({
    metrics,
    learnt: { state: async () => null, figures: async () => null, close: async () => {} },
    phase: openPhase(),
    pool: () => ({ most: 1, open: 0, idle: 0, waiting: 0, taken: 0, waitedSeconds: 0 }),
    info: { version: "1", part: "serve", database: "external" },
  });
  const text = await (await ops.request("/metrics")).text();
  return [...text.matchAll(/^# (HELP|TYPE) (\S+) (.+)$/gm)].map(([, kind, name, rest]) => ({
    kind,
    name: name ?? "",
    rest: rest ?? "",
  }));
};

const isAmong = (all: Awaited<ReturnType<typeof registered>>, name: string) =>
  all.some((one) => one.name === name);

/** Also of parts that are not started here. */
const inSource = () =>
  globSync("src/**/*.ts", { cwd: new URL("../..", import.meta.url).pathname })
    .filter((path) => !path.endsWith(".test.ts"))
    .flatMap((path) => [...read(path).matchAll(/name: "(kenpo_[a-z_0-9]+)",\s+help:/g)])
    .map(([, name]) => name ?? "");

test("each figure is named as Prometheus has it, and is in the guide", async () => {
  const monitoring = read("docs/operator/monitoring.md");
  const all = await registered();
  const ours = all.filter(({ name }) => name.startsWith("kenpo_"));
  const tables = [databaseGauges, installationGauges, poolCounters, poolGauges].flat();
  assert.ok(ours.length / 2 > tables.length);
  // They are counted over the time for which a source's tries count.
  assert.ok(isAmong(ours, `kenpo_failed_tries_last_${sourceLimit.minutes}_minutes`));
  assert.ok(isAmong(ours, `kenpo_locks_begun_last_${sourceLimit.minutes}_minutes`));
  for (const { kind, name, rest } of ours) {
    assert.match(name, /^[a-z_0-9]+$/);
    assert.ok(monitoring.includes(`\`${name}\``), `${name} is not in monitoring.md`);
    if (kind === "TYPE") assert.equal(name.endsWith("_total"), rest === "counter", name);
    else assert.match(rest, /^[A-Z0-9].{15,}[^.]$/, name);
  }
  const named = [...monitoring.matchAll(/`(kenpo_\w+)[`{]/g)].map(([, name]) => name ?? "");
  const names = new Set([...ours.map(({ name }) => name), ...inSource()]);
  for (const name of inSource())
    assert.ok(monitoring.includes(`\`${name}\``), `${name} is not in monitoring.md`);
  for (const name of named)
    assert.ok(names.has(name.replace(/_(count|sum|bucket)$/, "")), `${name} is no figure of ours`);
});

test("each alert asks for figures that there are, and the guide says what to do", async () => {
  const rules = read("deploy/prometheus/alerts.yml");
  const monitoring = read("docs/operator/monitoring.md");
  const known = new Set((await registered()).map(({ name }) => name));
  const alerts = [...rules.matchAll(/- alert: (\w+)\n\s+expr: (.+)\n[\s\S]*?runbook: (\S+)/g)];
  assert.equal(alerts.length, rules.match(/- alert:/g)?.length);
  for (const [, name = "", expression = "", runbook] of alerts) {
    assert.equal(runbook, `docs/operator/monitoring.md#${name.toLowerCase()}`);
    assert.match(monitoring, new RegExp(`^### ${name}$`, "m"));
    for (const [figure] of expression.matchAll(/\b(kenpo|nodejs|process)_\w+/g))
      assert.ok(known.has(figure.replace(/_(count|sum|bucket)$/, "")), `${name}: ${figure}`);
  }
  const headings = [...monitoring.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
  assert.deepEqual(headings.toSorted(), alerts.map(([, name]) => name).toSorted());
});

test("each variable of the environment is in the guide, and no other", () => {
  const config = read("src/platform/config.ts");
  const inConfig = new Set(
    [...config.matchAll(/environment\.([A-Z][A-Z_]+)|\(environment, "([A-Z][A-Z_]+)"/g)].map(
      ([, direct, named]) => direct ?? named,
    ),
  );
  const table = read("docs/operator/configuration.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const inGuide = new Set(
    table.flatMap((line) =>
      [...(line.split("|")[1] ?? "").matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    ),
  );
  assert.ok(inConfig.size > 15);
  assert.deepEqual([...inGuide].sort(), [...inConfig].sort());
});

test("links of the guide lead somewhere", () => {
  for (const page of guide) {
    const text = read(`docs/operator/${page}`);
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
      assert.ok(
        existsSync(new URL(`../../docs/operator/${target}`, import.meta.url)),
        `${page}: ${target}`,
      );
  }
});
