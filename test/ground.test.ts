import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import {
  axe,
  noSidewaysScroll,
  noTroubles,
  openBrowser,
  picture,
  type TestBrowser,
} from "./browser.ts";
import { testClock } from "./clock.ts";
import { keepCookie, visitor } from "./http-client.ts";

// The tools of the journeys are tried themselves: each check is seen passing and failing.

const good = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>よい頁</title>
<meta name="viewport" content="width=device-width"></head><body><header><form method="post" action="/lang"><button name="to" value="en">English</button></form></header>
<main><h1>ログイン画面</h1><form method="post" action="/sign-in"><input type="hidden" name="token" value="a&amp;b&quot;c">
<p><label for="u">ユーザID</label> <input id="u" name="userId"></p><p><label><input type="checkbox" name="agree" value="yes"> 同意する</label></p>
<button>ログイン</button></form></main></body></html>`;

const bad = `<!doctype html><html><head><title>x</title></head><body><main><div style="width:900px">wide</div>
<img src="/no.png"><input></main></body></html>`;

const answers: Record<string, [number, string, Record<string, string>]> = {
  "/": [200, good, { "cache-control": "no-store" }],
  "/sign-in": [303, "", { "cache-control": "no-store", location: "/" }],
  "/bad": [200, bad, { "cache-control": "no-store" }],
  "/kept": [200, good, {}],
  "/moved": [303, "", { "cache-control": "no-store", location: "/" }],
};

let server: Server;
let port: number;
let browser: TestBrowser;
const seen: { host: string | undefined; body: string; cookie: string | undefined }[] = [];

before(async () => {
  server = createServer(async (req, res) => {
    let body = "";
    for await (const part of req) body += part;
    seen.push({ host: req.headers.host, body, cookie: req.headers.cookie });
    const [status, html, headers] = answers[req.url ?? ""] ?? [404, "", {}];
    const cookie = "__Host-s=1; Path=/; Secure; HttpOnly; SameSite=Lax";
    res.writeHead(status, { "content-type": "text/html", "set-cookie": cookie, ...headers });
    res.end(html);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  port = (server.address() as AddressInfo).port;
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});

test("the clock stands still until it is moved", () => {
  const clock = testClock();
  assert.equal(clock.now(), "2026-11-20T01:00:00.000Z");
  assert.equal(clock.advance({ minutes: 11 }), "2026-11-20T01:11:00.000Z");
  assert.equal(clock.now(), "2026-11-20T01:11:00.000Z");
});

test("the client names the host, keeps cookies and sends the form as a browser would", async () => {
  const hana = visitor({ port, host: "asahi.localhost:3000" });
  await hana.get("/moved");
  assert.equal(hana.page().location, "/");
  await hana.follow();
  await hana.submit({ userId: "花子", agree: "yes" });
  assert.deepEqual(seen.at(-1), {
    host: "asahi.localhost:3000",
    body: "token=a%26b%22c&userId=%E8%8A%B1%E5%AD%90&agree=yes",
    cookie: "__Host-s=1",
  });
  await hana.get("/");
  assert.throws(() => hana.submit({ nickname: "x" }), /no field nickname/);
  assert.equal(hana.form("/lang").buttons[0]?.value, "en");
});

test("the client refuses pages that a cache may keep, and careless cookies", async () => {
  await assert.rejects(visitor({ port, host: "localhost" }).get("/kept"), /no-store/);
  const careless = ["a=1; Path=/", "__Host-a=1; Path=/; HttpOnly; SameSite=Lax"];
  for (const line of careless) assert.throws(() => keepCookie(new Map(), line, false), /must be/);
});

test("a good page passes in the browser, with and without JavaScript", async () => {
  for (const javaScript of [true, false]) {
    const page = await browser.page({ javaScript });
    await page.goto(`http://asahi.localhost:${port}/`);
    await page.getByLabel("ユーザID").fill("花子");
    await axe(page);
    await noSidewaysScroll(page);
    noTroubles(page);
    await picture(page, `ground-${javaScript}`);
  }
});

test("a bad page fails each look", async () => {
  const page = await browser.page({ width: 1280 });
  await page.goto(`http://localhost:${port}/bad`);
  await assert.rejects(axe(page), /image-alt[\s\S]*label/);
  await assert.rejects(noSidewaysScroll(page), /sideways/);
  assert.throws(() => noTroubles(page), /404/);
  const still = await browser.page({ javaScript: false });
  await still.goto(`http://localhost:${port}/bad`);
  await assert.rejects(axe(still), /image-alt[\s\S]*label/);
  await assert.rejects(noSidewaysScroll(still), /sideways/);
});

test("nothing outside this machine is reached", async () => {
  const page = await browser.page();
  await assert.rejects(page.goto("http://example.com/"), /ERR_NAME_NOT_RESOLVED/);
});
