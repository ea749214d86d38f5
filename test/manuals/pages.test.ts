import assert from "node:assert/strict";
import { test } from "node:test";
import { manualRows } from "../../scripts/manuals.ts";
import { mailKinds } from "../../src/mail/index.ts";
import { everyRoute } from "../gallery/every-route.ts";

// The tables of docs/manuals against what the program really has.

const paths = everyRoute()
  .filter((route) => route.startsWith("GET "))
  .map((route) => new RegExp(`^${route.slice(4).replace(/:[^/]+/g, "[^/]+")}$`));

/** A page of a flow is a step: `/first-sign-in/:step`. */
const isPage = (page: string) => paths.some((path) => path.test(page));
const isMail = (page: string) => mailKinds.some((kind) => page === `mail:${kind}`);

test("every page and mail of the tables is one that the program has", () => {
  const gone = manualRows().flatMap(({ place, pages }) =>
    pages.filter((page) => !isPage(page) && !isMail(page)).map((page) => `${place}: ${page}`),
  );
  assert.deepEqual(gone, []);
});

test("a page that is not there is told", () => {
  assert.deepEqual(["/no-such-page", "/sign-in", "mail:no/such"].filter(isPage), ["/sign-in"]);
});
