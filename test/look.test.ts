import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { gallery } from "../src/ui/gallery/gallery.tsx";
import type { Setting } from "../src/ui/gallery/types.ts";
import { assets, brandStylesheet, UnknownHostPage, type View } from "../src/ui/index.ts";
import { axe, noSidewaysScroll, noTroubles, openBrowser, type TestBrowser } from "./browser.ts";

// The parts of the gallery on a server of their own, as strict as the real one: nothing inline,
// nothing from outside. Here their forms may be sent.
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";

const parts = gallery
  .flatMap(({ samples }) => samples)
  .flatMap((sample) => ("page" in sample ? [sample] : []));

const viewOf = (url: URL): View => ({
  lang: url.searchParams.get("lang") === "en" ? "en" : "ja",
  size: url.searchParams.get("size") === "large" ? "large" : "standard",
  path: `${url.pathname}${url.search}`,
  formToken: "token-of-the-gallery",
  requestId: "r-1",
  frame: {
    name: "ひかり電機健康保険組合",
    mark: "ひ",
    brandHref: brandStylesheet("#006173"),
    contact: url.searchParams.has("shared")
      ? null
      : { tel: "0120-000-0000", hours: "平日 9時から17時まで", email: null, formUrl: null },
    member: isMember(url) ? { name: "鈴木 花子" } : null,
  },
});
const partOf = (url: URL) => parts.find(({ name }) => name === url.searchParams.get("part"));
const isMember = (url: URL) => partOf(url)?.isMember === true;
const pageOf = (url: URL) =>
  partOf(url)?.page({ request: { view: () => viewOf(url) } } as unknown as Setting) ??
  UnknownHostPage();

const posted: string[] = [];
const answer = async (request: IncomingMessage, response: ServerResponse) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const asset = assets.serve(url.pathname);
  if (asset) return response.writeHead(200, { "content-type": asset.type }).end(asset.body);
  if (request.method === "POST") {
    posted.push(`${url.pathname} ${decodeURIComponent(await text(request))}`);
    return response.writeHead(303, { location: "/gallery?part=home" }).end();
  }
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  return response.writeHead(200, headers).end(String(pageOf(url)));
};

const server = createServer((request, response) => void answer(request, response));
let browser: TestBrowser;
let origin = "";

before(async () => {
  browser = await openBrowser();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

const focused = (page: Page) =>
  page.evaluate("document.activeElement.id || document.activeElement.className");

for (const { name: part } of parts.filter(({ name }) => !name.startsWith("error-")))
  test(`${part}: axe is content, nothing sticks out at 320 px, in both languages and sizes`, async () => {
    for (const lang of ["ja", "en"] as const) {
      const page = await browser.page({ lang, width: lang === "ja" ? 390 : 1280 });
      await page.goto(`${origin}/gallery?part=${part}&lang=${lang}&shared`);
      await axe(page);
      await noSidewaysScroll(page);
      await page.goto(`${origin}/gallery?part=${part}&lang=${lang}&size=large`);
      await noSidewaysScroll(page);
      noTroubles(page);
    }
  });

for (const javaScript of [true, false])
  test(`the error summary takes the focus ${javaScript ? "with" : "without"} JavaScript`, async () => {
    const page = await browser.page({ javaScript });
    await page.goto(`${origin}/gallery?part=errors`);
    await page.locator(".summary:focus").waitFor();
    assert.match(await page.title(), /^エラー:/);
    await page.click(".summary a[href='#birthDate']");
    await page.locator("#birthDate:focus").waitFor();
  });

test("a password is shown on request, and hidden again before it is sent", async () => {
  const page = await browser.page();
  await page.goto(`${origin}/gallery?part=form`);
  await page.fill("#password", "秘密のことば12");
  await page.getByRole("button", { name: "パスワードを表示" }).click();
  assert.equal(await page.getAttribute("#password", "type"), "text");
  await page.getByRole("button", { name: "パスワードを隠す" }).click();
  assert.equal(await page.getAttribute("#password", "type"), "password");
  const bare = await browser.page({ javaScript: false });
  await bare.goto(`${origin}/gallery?part=form`);
  assert.equal(await bare.getByText("パスワードを表示").isVisible(), false);
});

// Both presses in one breath: a page that is being left no longer answers.
const pressTwice = `(() => {
  const button = document.querySelector("button[name=back]");
  const stopped = [];
  window.addEventListener("submit", (event) => stopped.push(event.defaultPrevented));
  button.click();
  button.click();
  const waiting = button.innerText;
  window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  return { stopped, waiting, back: button.innerText };
})()`;

test("pressing twice sends once, and a page that comes back is as before", async () => {
  const page = await browser.page();
  await page.goto(`${origin}/gallery?part=form`);
  posted.length = 0;
  assert.deepEqual(await page.evaluate(pressTwice), {
    stopped: [false, true],
    waiting: "送信しています…",
    back: "戻る",
  });
  await page.waitForURL(/part=home/);
  assert.equal(posted.length, 1);
  assert.match(posted[0] ?? "", /back=yes/);
});

test("the text size changes at once, is kept, and loses nothing that was typed", async () => {
  const page = await browser.page();
  await page.goto(`${origin}/gallery?part=form`);
  await page.fill("#userId", "hanako822");
  posted.length = 0;
  const stored = page.waitForRequest(/preferences\/size/);
  await page.locator(".head__tool button").click();
  await stored;
  assert.equal(await page.getAttribute("html", "data-size"), "large");
  assert.equal(await page.inputValue("#userId"), "hanako822");
  assert.match(await page.locator(".head__tool button").innerText(), /標準に/);
  assert.equal(
    await page.getByRole("button", { name: "大きく", exact: true }).getAttribute("aria-pressed"),
    "true",
  );
  assert.match(posted[0] ?? "", /size=large.*formToken=token-of-the-gallery.*return=\/gallery/);
  noTroubles(page);
});

test("the menu opens without JavaScript", async () => {
  const page = await browser.page({ javaScript: false });
  await page.goto(`${origin}/gallery?part=home`);
  assert.equal(await page.locator(".menu__panel").isVisible(), false);
  await page.click("summary");
  await page.locator(".menu__panel").getByRole("button", { name: "ログアウト" }).waitFor();
});

test("the keyboard sees where it is, and skips to the main content first", async () => {
  const page = await browser.page();
  await page.goto(`${origin}/gallery?part=form`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "skip");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth");
  assert.equal(outline, "4px");
});

test("on paper: no controls, and the terms in full", async () => {
  const page = await browser.page({ width: 1280 });
  await page.goto(`${origin}/gallery?part=form`);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".foot", ".btn", ".head__tool", ".show", ".back"])
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  const sizes = await page.evaluate<number[]>(
    "(box => [box.scrollHeight, box.clientHeight])(document.querySelector('.terms'))",
  );
  assert.equal(sizes[0], sizes[1]);
});

test("a host that is no entrance is told nothing", async () => {
  const page = await browser.page();
  await page.goto(`${origin}/unknown`);
  await axe(page);
  const said = await page.innerText("body");
  assert.doesNotMatch(said, /組合|健保|kenpo|portal|ポータル/i);
  noTroubles(page);
});
