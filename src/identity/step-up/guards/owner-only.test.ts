import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import { type FlowDefinition, type FlowServices, flowRoutes } from "../../../flow/index.ts";
import type { RequestContext, WebEnvironment } from "../../../platform/http/types.ts";
import { ownFlowOnly } from "./owner-only.ts";

// Whose flow it is is looked up once, and not by each of those who need to know it.

const looksOf = async (path: string, method: "GET" | "POST"): Promise<number> => {
  let looks = 0;
  const directory = async () => {
    looks += 1;
    return [];
  };
  const services = { database: { directory } } as unknown as FlowServices;
  const definition = { kind: "own", cookie: "own", path: "/own", steps: [{ name: "a" }] };
  const own = definition as unknown as FlowDefinition<unknown>;
  const web = new Hono<WebEnvironment>();
  web.use("*", (c, next) => {
    const request = { session: {}, browser: { secure: false }, entrance: {}, form: {} };
    c.set("request", request as unknown as RequestContext);
    return next();
  });
  ownFlowOnly(services, own, { goesOnAt: () => "/" })(web);
  flowRoutes(services, own)(web);
  const answer = await web.request(path, { method, headers: { cookie: "kenpo-own=token" } });
  assert.equal(answer.headers.get("location"), "/own");
  return looks;
};

for (const [path, method] of [
  ["/own/a", "GET"],
  ["/own/a", "POST"],
  ["/own/ended", "GET"],
] as const)
  test(`${method} ${path} looks once where it stands`, async () =>
    assert.equal(await looksOf(path, method), 1));
