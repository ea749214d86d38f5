import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "../../src/platform/database/sql.ts";
import { visitor } from "../http-client.ts";
import { openWorld, type World } from "../world/world.ts";

// An entrance whose passkeys were made at another host than today's.

const wellKnown = "/.well-known/webauthn";
let world: World;

/** As the first passkey would, at a host of that time. */
const fixes = (code: string, rpId: string | null) =>
  world.app.inSociety(world.society(code).id, async (tx) => {
    tx.write(sql`
      update entrance set rp_id = ${rpId} where id = ${world.society(code).entranceId}`);
    tx.write(sql`update registry_change set count = count + 1`);
  });

const at = (host: string) => visitor({ port: world.port, host });
const asks = (host: string, path: string, method = "GET") => at(host).get(path, { method });
const originOf = (code: string) => `http://${world.hostOf(code)}`;

before(async () => {
  world = await openWorld();
  await fixes("asahi", "asahi.former.example");
  await fixes("hikari", "former.example");
  await world.registry.refresh();
});
after(async () => {
  await world.close();
  assert.deepEqual(world.failures, []);
});

describe("at the former host", () => {
  for (const host of [
    "asahi.former.example",
    "asahi.former.example:443",
    "asahi.former.example:8443",
    "ASAHI.Former.EXAMPLE",
  ])
    test(`${host}: browsers hear where its passkeys may be used`, async () => {
      const { status, headers, body } = await asks(host, wellKnown);
      assert.equal(status, 200);
      assert.match(headers["content-type"] ?? "", /^application\/json/);
      assert.equal(headers["cache-control"], "public, max-age=300");
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["set-cookie"], undefined);
      assert.deepEqual(JSON.parse(body), { origins: [originOf("asahi")] });
    });

  const ways: readonly string[] = [
    ...["/", "/sign-in", "/sign-in?lang=en&x=%E3%81%82", "/confirm-address/abc-DEF_1"],
    ...["//evil.example/", `${wellKnown}/`, "/.well-known/webauthn.json"],
  ];
  for (const way of ways)
    test(`${way} leads to the same at today's`, async () => {
      for (const method of ["GET", "HEAD"]) {
        const { status, headers, body } = await asks("asahi.former.example", way, method);
        assert.equal(status, 308);
        const to = new URL(headers.location ?? "");
        assert.equal(to.origin, originOf("asahi"));
        assert.equal(to.pathname + to.search, way);
        assert.equal(headers["set-cookie"], undefined);
        // kept for ever, it would lead in a circle once the entrance moves back
        assert.equal(headers["cache-control"], "no-store");
        assert.equal(body, "");
      }
    });

  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
    test(`${method} is an unknown page`, async () => {
      for (const path of ["/sign-in", wellKnown]) {
        const { status, headers, body } = await asks("asahi.former.example", path, method);
        assert.deepEqual([status, headers.location], [404, undefined]);
        assert.doesNotMatch(body, /けんぽ|健康保険|stylesheet/);
      }
    });

  test("each entrance has its own", async () => {
    const shared = await asks("former.example", wellKnown);
    assert.deepEqual(JSON.parse(shared.body), { origins: [originOf("hikari")] });
    const { headers } = await asks("former.example", "/sign-in");
    assert.equal(headers.location, `${originOf("hikari")}/sign-in`);
  });
});

test("at today's host its own origin is listed, and its pages are there", async () => {
  for (const code of ["asahi", "hikari", "sakura"]) {
    const { status, headers, body } = await asks(world.hostOf(code).toUpperCase(), wellKnown);
    assert.deepEqual([status, JSON.parse(body)], [200, { origins: [originOf(code)] }]);
    assert.equal(headers["set-cookie"], undefined);
    assert.equal((await asks(world.hostOf(code), "/sign-in")).status, 200);
  }
  assert.notEqual((await at(world.hostOf("asahi")).post(wellKnown, {})).status, 200);
});

test("a host that nobody had is unknown, whatever it looks like", async () => {
  for (const host of [
    ...["elsewhere.example", "asahi.former.example.evil.example", "x.asahi.former.example"],
    ...["former.example.", "example", "sakura.former.example"],
    // today's name at another port is no former host
    ...[`localhost:${world.port + 1}`, "asahi.localhost"],
  ])
    for (const path of [wellKnown, "/sign-in"]) {
      const { status, headers } = await asks(host, path);
      assert.deepEqual([status, headers.location], [404, undefined], `${host}${path}`);
    }
});

test("what is no host and no path at all leads nowhere", async () => {
  for (const [host, path] of [
    ["asahi.former.example:port", "/sign-in"],
    ["asahi.former.example/@evil.example", "/sign-in"],
    ["asahi.former.example", "/\\evil.example"],
  ] as const) {
    const { status, headers } = await asks(host, path);
    assert.ok(status === 400 || status === 404, `${host}${path}: ${status}`);
    assert.equal(headers.location, undefined);
  }
});

test("where another entrance is today, it is that one's; its browsers hear of both", async () => {
  await fixes("sakura", new URL(originOf("asahi")).hostname);
  await world.registry.refresh();
  const { body } = await asks(world.hostOf("asahi"), wellKnown);
  assert.deepEqual(JSON.parse(body), { origins: [originOf("asahi"), originOf("sakura")] });
  const page = await asks(world.hostOf("asahi"), "/sign-in");
  assert.equal(page.status, 200);
});

test("moved back, it is a host as any other", async () => {
  await fixes("asahi", new URL(originOf("asahi")).hostname);
  await world.registry.refresh();
  assert.equal((await asks("asahi.former.example", wellKnown)).status, 404);
  assert.equal((await asks(world.hostOf("asahi"), "/sign-in")).status, 200);
});
