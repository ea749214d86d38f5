import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from "playwright-core";
import { chromium } from "./chromium.ts";

/** A phone (390), a desk (1280); with or without JavaScript; Japanese unless told otherwise. */
export type Look = {
  readonly width?: 390 | 1280;
  readonly javaScript?: boolean;
  readonly lang?: "ja" | "en";
  /** The cookies of a browser that was closed; a fresh profile without. */
  readonly storageState?: NonNullable<BrowserContextOptions["storageState"]>;
};

export type TestBrowser = {
  /** A page in a profile of its own: no cookies, no storage unless told. */
  readonly page: (look?: Look) => Promise<Page>;
  /** Closes these pages; the program ends with the last opener. */
  readonly close: () => Promise<void>;
};

type Running = { readonly browser: Promise<Browser>; users: number };
let running: Running | undefined;

const launch = async () => {
  const { executablePath, args, env } = await chromium();
  return playwright.launch({
    executablePath,
    args: [...args],
    env: { ...env },
    // It only ever sees our own pages, and the sandbox needs rights that root and CI lack.
    chromiumSandbox: false,
  });
};

/** One Chromium for all journeys of a process. */
export const openBrowser = async (): Promise<TestBrowser> => {
  running ??= { browser: launch(), users: 0 };
  const mine = running;
  mine.users += 1;
  const browser = await mine.browser;
  const pages: Page[] = [];
  return {
    page: async (look = {}) => {
      const page = await newPage(browser, look);
      pages.push(page);
      return page;
    },
    close: async () => {
      await Promise.all(pages.map((page) => page.context().close()));
      mine.users -= 1;
      if (mine.users > 0) return;
      if (running === mine) running = undefined;
      await browser.close();
    },
  };
};

const troubles = new WeakMap<Page, string[]>();
const withoutJavaScript = new WeakSet<Page>();

const newPage = async (
  browser: Browser,
  { width = 390, javaScript = true, lang = "ja", storageState }: Look,
) => {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    javaScriptEnabled: javaScript,
    locale: lang === "ja" ? "ja-JP" : "en-GB",
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
    ...(storageState === undefined ? {} : { storageState }),
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  if (!javaScript) withoutJavaScript.add(page);
  const heard: string[] = [];
  troubles.set(page, heard);
  page.on("pageerror", (error) => heard.push(`script: ${error.message}`));
  page.on("console", (message) => {
    // A refused form answers 422: the browser reports it, and it is no trouble.
    const isAnswer = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !isAnswer) heard.push(`console: ${message.text()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    if (reason !== "net::ERR_ABORTED") heard.push(`${reason} ${request.url()}`);
  });
  page.on("response", (got) => {
    if (got.status() >= 400 && got.request().resourceType() !== "document")
      heard.push(`${got.status()} ${got.url()}`);
  });
  return page;
};

/** Throws what the browser complained of since the last look: scripts, CSP, missing files. */
export const noTroubles = (page: Page): void => {
  const heard = troubles.get(page) ?? [];
  assert.deepEqual(heard.splice(0), [], `the browser complained at ${page.url()}`);
};

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Twin = { readonly page: Page; body: string };

const twins = new WeakMap<Page, Promise<Twin>>();

const newTwin = async (page: Page): Promise<Twin> => {
  const browser = page.context().browser();
  assert.ok(browser);
  const viewport = page.viewportSize();
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const twin: Twin = { page: await context.newPage(), body: "" };
  await twin.page.route("**/*", (route) => {
    const asked = route.request();
    if (asked.resourceType() === "script") return route.abort();
    if (asked.isNavigationRequest())
      return route.fulfill({ body: twin.body, contentType: "text/html; charset=utf-8" });
    return route.continue();
  });
  return twin;
};

// axe needs timers, which a page without JavaScript has not: it looks at the same document, shown
// by the same address in a profile with JavaScript, where the page's own scripts stay out. One for
// each page: a profile costs what ten documents do.
const twinOf = async (page: Page): Promise<Page> => {
  const making = twins.get(page) ?? newTwin(page);
  twins.set(page, making);
  const twin = await making;
  twin.body = await page.content();
  const viewport = page.viewportSize();
  if (viewport) await twin.page.setViewportSize(viewport);
  await twin.page.goto(page.url());
  return twin.page;
};

const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(rules).analyze()).violations;

const violationsOfTwin = async (page: Page) => violationsOf(await twinOf(page));

/** WCAG 2.2 AA and good practice. @throws with every finding: rule, place, what to do */
export const axe = async (page: Page): Promise<void> => {
  const violations = await (withoutJavaScript.has(page)
    ? violationsOfTwin(page)
    : violationsOf(page));
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`),
  );
  assert.equal(findings.length, 0, `axe at ${page.url()}\n${findings.join("\n")}`);
};

// Of the browser's types only these are needed; the whole "dom" library would leak into src.
type Element = {
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly outerHTML: string;
  readonly getBoundingClientRect: () => { readonly right: number };
};
declare const document: {
  readonly documentElement: Element;
  readonly querySelectorAll: (selector: string) => Iterable<Element>;
};

/** What sticks out to the right at 320 px; what scrolls inside a box of its own may. */
const stickingOut = () => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
  );
  const names = wide.slice(0, 8).map((element) => element.outerHTML.slice(0, 120));
  return [`${root.scrollWidth} px in ${root.clientWidth}`, ...names];
};

/** At 320 px (400 % of a desk) nobody scrolls sideways: WCAG 2.2 §1.4.10. */
export const noSidewaysScroll = async (page: Page): Promise<void> => {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(stickingOut);
  if (before) await page.setViewportSize(before);
  assert.deepEqual(wide, [], `${page.url()} scrolls sideways at 320 px`);
};

const pictures = fileURLToPath(new URL("../test-results/pictures/", import.meta.url));

/** A picture of the whole page for people to look at: `test-results/pictures/NAME.png`. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  const take = () => page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
  // On a machine that is short of everything the browser now and then cannot; a picture proves nothing.
  await take().catch(take);
};

/** The same where somebody wants to look: `KENPO_PICTURES=1`. Four hundred of them cost minutes. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.KENPO_PICTURES) await takePicture(page, name);
};
