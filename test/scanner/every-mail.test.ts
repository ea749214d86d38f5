import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, type TestBrowser } from "../browser.ts";
import { all, settingsOf } from "../gallery/shown.ts";
import { openWorld, type World } from "../world/world.ts";
import { scans } from "./scans.ts";
import { type Story, stories } from "./stories.ts";

// A mail filter with a real browser opens every link of every mail; its reader comes later.

let world: World;
let browser: TestBrowser;
before(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await world.close();
  assert.deepEqual(world.failures, []);
});

/** A path with a secret in it: opening any other one is opening a page of everybody. */
const acting = /^\/(?:[a-z-]+\/)+[\w-]{30,}$/;

type Parts = { readonly text: string; readonly html: string };

const linksIn = ({ text, html }: Parts) =>
  [...`${text} ${html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([href]) => new URL(href));

const pathsIn = (parts: Parts) => linksIn(parts).map(({ pathname }) => pathname);

const sampled = all.flatMap(({ sample }) =>
  "mail" in sample ? settingsOf(sample, "ja").map((setting) => sample.mail(setting)) : [],
);

test("every kind of mail whose link does something has a story here", () => {
  const withLink = sampled.filter(({ content }) =>
    pathsIn(content).some((path) => acting.test(path)),
  );
  const missing = new Set(withLink.map(({ kind }) => kind).filter((kind) => !(kind in stories)));
  assert.deepEqual([...missing], []);
});

for (const [kind, story] of Object.entries<Story>(stories))
  test(`${kind}: after a filter has opened every link, it works for its reader`, async () => {
    const { code, mail, works } = await story(world);
    const link = pathsIn(mail).find((path) => acting.test(path));
    assert.ok(link, "the mail has a link that does something");
    const origin = `http://${world.hostOf(code)}/`;
    const seen = await scans({ browser, origin }, mail);
    assert.ok(seen.some((href) => new URL(href).pathname === link));
    await works(link);
  });

test("every other link opens a page of everybody, however often", async () => {
  const ours = sampled
    .flatMap(({ content }) => linksIn(content))
    .filter(({ hostname, pathname }) => hostname.endsWith("localhost") && !acting.test(pathname));
  const paths = [...new Set(ours.map(({ pathname }) => pathname))];
  assert.ok(paths.includes("/forgot-password"), "what the mail of a lock leads to");
  const page = await browser.page({ width: 1280 });
  for (const path of [...paths, ...paths]) {
    const url = `http://${world.hostOf("asahi")}${path}`;
    const got = await page.goto(url, { waitUntil: "networkidle" });
    assert.equal(got?.status(), 200, path);
  }
});
