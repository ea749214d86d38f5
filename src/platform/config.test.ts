import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig } from "./config.ts";

const secret = Buffer.alloc(32, 1).toString("base64");

test("without a variable it is a development server on localhost", () => {
  const config = readConfig({});
  assert.equal(config.baseUrl, "http://localhost:3000");
  assert.ok(config.development && config.samples && !config.production);
  assert.ok(config.dataFolder.endsWith("/data"));
  assert.equal(config.mailDomain, "localhost");
});

test("a worker beside a server has another port for the operator, unless it is given one", () => {
  assert.deepEqual([readConfig({}).opsPort, readConfig({}, "worker").opsPort], [3001, 3002]);
  assert.equal(readConfig({ OPS_PORT: "9000" }, "worker").opsPort, 9000);
});

test("./data is the project's, wherever it is called from", () => {
  assert.equal(readConfig({ KENPO_DATA: "data" }).dataFolder, readConfig({}).dataFolder);
});

const refused: readonly (readonly [string, Record<string, string>])[] = [
  ["PORT", { PORT: "abc" }],
  ["PORT", { PORT: "70000" }],
  ["OPS_PORT", { OPS_PORT: "-1" }],
  ["KENPO_BASE_URL", { KENPO_BASE_URL: "localhost:3000" }],
  ["KENPO_BASE_URL", { KENPO_BASE_URL: "http://localhost:3000/portal" }],
  ["SMTP_URL", { KENPO_BASE_URL: "https://login.example.jp" }],
  ["SMTP_URL", { SMTP_URL: "mail.example.jp" }],
  ["KENPO_SECRET", { NODE_ENV: "production" }],
  ["KENPO_SECRET", { KENPO_SECRET: "short" }],
  ["KENPO_SECRET", { KENPO_SECRET: "あいうえお" }],
  ["KENPO_SECRET_PREVIOUS", { KENPO_SECRET_PREVIOUS: "c2hvcnQ=" }],
  ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/8, proxy" }],
  ["DATABASE_URL", { DATABASE_URL: "mysql://user:hidden@db/kenpo" }],
  ["DATABASE_APP_URL", { DATABASE_APP_URL: "db" }],
  ["KENPO_POOL", { KENPO_POOL: "1" }],
  ["KENPO_POOL", { KENPO_POOL: "1e2" }],
  ["KENPO_POOL", { KENPO_POOL: "1001" }],
  ["KENPO_DRAIN", { KENPO_DRAIN: "-1" }],
  ["KENPO_DRAIN", { KENPO_DRAIN: "5s" }],
  ["KENPO_DRAIN", { KENPO_DRAIN: "301" }],
  ["KENPO_SAMPLES", { KENPO_SAMPLES: "yes" }],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ["KENPO_MAIL_DOMAIN", { KENPO_MAIL_DOMAIN: "a b" }],
  ["KENPO_MAIL_DOMAIN", { KENPO_MAIL_DOMAIN: "kenpo..example.jp" }],
  ["KENPO_MAIL_DOMAIN", { KENPO_MAIL_DOMAIN: "kenpo.example.jp\nBcc: x" }],
  ["KENPO_DKIM_KEY_FILE", { KENPO_DKIM_SELECTOR: "kenpo2026" }],
  ["KENPO_DKIM_SELECTOR", { KENPO_DKIM_KEY_FILE: "/etc/kenpo/dkim.pem" }],
  ["KENPO_DKIM_SELECTOR", { KENPO_DKIM_SELECTOR: "a;b", KENPO_DKIM_KEY_FILE: "/dkim.pem" }],
];

for (const [name, environment] of refused)
  test(`${JSON.stringify(environment)} is refused in one line that names ${name}`, () =>
    assert.throws(
      () => readConfig(environment),
      ({ message }: Error) =>
        message.startsWith(`${name}: `) && !message.includes("\n") && !message.includes("hidden"),
    ));

test("development pages and samples are for localhost only, and never in production", () => {
  const smtp = { SMTP_URL: "smtp://localhost" };
  const away = readConfig({ KENPO_BASE_URL: "https://login.example.jp", ...smtp });
  assert.ok(!away.development && !away.samples);
  const production = readConfig({ NODE_ENV: "production", KENPO_SECRET: secret });
  assert.ok(!production.development && !production.samples);
});

test("in production a server that is asked to stop takes requests for another 5 s", () => {
  const production = { NODE_ENV: "production", KENPO_SECRET: secret };
  const given = { KENPO_DRAIN: "0", KENPO_POOL: "1000" };
  assert.deepEqual(
    [{}, production, { ...production, ...given }].map((one) => {
      const { drainSeconds, pool } = readConfig(one);
      return [drainSeconds, pool];
    }),
    [
      [0, 10],
      [5, 10],
      [0, 1000],
    ],
  );
});
