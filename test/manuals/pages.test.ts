import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { manualRows } from "../../scripts/manuals.ts";
import { mailKinds } from "../../src/mail/index.ts";
import { everyRoute } from "../gallery/every-route.ts";

// The tables of docs/manuals against what the program really has.

const source = new URL("../../src/", import.meta.url);
const flows = await Promise.all(
  globSync("**/flow.ts", { cwd: fileURLToPath(source) }).map(
    async (file): Promise<{ ways?: Readonly<Record<string, readonly string[]>> }> =>
      import(new URL(file, source).href),
  ),
);
const steps = new Set(flows.flatMap(({ ways = {} }) => Object.values(ways).flat()));

const paths = everyRoute()
  .filter((route) => route.startsWith("GET "))
  .map((route) => route.slice(4));

const fits = (path: string, page: string) =>
  new RegExp(`^${path.replace(/:[^/]+/g, "[^/]+")}$`).test(page);

/** A page of a flow is a step of one. */
const isPage = (page: string): boolean => {
  const found = paths.filter((path) => fits(path, page));
  const isStep = steps.has(page.slice(page.lastIndexOf("/") + 1));
  return found.some((path) => isStep || !path.endsWith("/:step"));
};

const isMail = (page: string) => mailKinds.some((kind) => page === `mail:${kind}`);

test("every page and mail of the tables is one that the program has", () => {
  const gone = manualRows().flatMap(({ place, pages }) =>
    pages.filter((page) => !isPage(page) && !isMail(page)).map((page) => `${place}: ${page}`),
  );
  assert.deepEqual(gone, []);
});

test("a page, a step or a mail that is not there is told", () => {
  const pages = ["/no-such-page", "/sign-in", "/first-sign-in/nothing", "/first-sign-in/identity"];
  assert.deepEqual(pages.filter(isPage), ["/sign-in", "/first-sign-in/identity"]);
  assert.deepEqual(["mail:no/such", "mail:factors/code"].filter(isMail), ["mail:factors/code"]);
});
