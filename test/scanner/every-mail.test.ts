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

const pathsIn = ({ text, html }: { readonly text: string; readonly html: string }) =>
  [...`${text} ${html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([href]) => new URL(href).pathname);

test("every kind of mail whose link does something has a story here", () => {
  const kinds = all.flatMap(({ sample }) =>
    "mail" in sample ? settingsOf(sample, "ja").map((setting) => sample.mail(setting)) : [],
  );
  const withLink = kinds.filter(({ content }) =>
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
