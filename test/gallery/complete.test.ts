import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ends, ways } from "../../src/identity/first-sign-in/flow.ts";
import * as secondFactor from "../../src/identity/second-factor/flow.ts";
import { type MailKind, mailKinds } from "../../src/mail/index.ts";
import { statusOf } from "../../src/platform/http/trouble.ts";
import { letter } from "../../src/society/dials/letter.ts";
import { errorCodes } from "../../src/ui/errors/text.ts";
import type { FeatureGallery } from "../../src/ui/gallery/types.ts";
import { everyRoute } from "./every-route.ts";
import { all, galleries, pages, settingsOf } from "./shown.ts";

// The gallery against what the product really has: routes as the application knows them, kinds of
// mail, steps and ends of the flow, statuses of trouble, forms of letters, files of galleries.

const minus = (all: readonly string[], some: Iterable<string>) => {
  const known = new Set(some);
  return [...new Set(all)].filter((one) => !known.has(one));
};
const named = [
  ...pages.flatMap(({ sample }) => sample.routes),
  ...galleries.flatMap(({ pageless = {} }) => Object.keys(pageless)),
];
const namesIn = (feature: string) =>
  galleries.find(({ name }) => name === feature)?.samples.map(({ name }) => name) ?? [];

test("every route of the application has a sample, or says why it shows none", () => {
  assert.deepEqual(minus(everyRoute(), named), [], "name it in its feature's gallery");
});

test("a route that nobody thought of is told", () => {
  const routes = everyRoute({
    more: (web) => {
      web.get("/forgotten-page", (c) => c.text(""));
    },
  });
  assert.deepEqual(minus(routes, named), ["GET /forgotten-page"]);
});

test("no sample names a route that is not there any more", () => {
  assert.deepEqual(minus(named, everyRoute()), []);
});

const kindsShown = (lang: "ja" | "en"): readonly MailKind[] =>
  all.flatMap(({ sample }) =>
    "mail" in sample ? settingsOf(sample, lang).map((setting) => sample.mail(setting).kind) : [],
  );

test("every kind of mail has a sample", () => {
  assert.deepEqual(minus(mailKinds, kindsShown("ja")), []);
  assert.deepEqual(minus([...mailKinds, "new/kind"], kindsShown("en")), ["new/kind"]);
});

for (const style of ["classic", "new"] as const)
  test(`every step of the ${style} way has samples`, () => {
    const names = namesIn(`first-sign-in-${style}`);
    for (const step of ways[style])
      assert.ok(
        names.some((name) => name.startsWith(`${step}-`)),
        step,
      );
  });

test("every end of the first sign-in has a sample", () => {
  const outcomes = [...Object.values(ends).flat(), "expired"].map((end) =>
    end === "complete" ? "completed" : `ended-${end}`,
  );
  assert.deepEqual(minus(outcomes, namesIn("first-sign-in")), []);
});

test("every step and every end of the second step of a sign-in has a sample", () => {
  const names = namesIn("second-factor");
  const steps = Object.values(secondFactor.ways).flat();
  assert.deepEqual(
    steps.filter((step) => !names.some((name) => name.startsWith(`${step}-`))),
    [],
  );
  const outcomes = [...Object.values(secondFactor.ends).flat(), "expired"].map((end) =>
    end === "complete" ? "completed" : `ended-${end}`,
  );
  assert.deepEqual(minus(outcomes, names), []);
});

test("every trouble and every status of a refusal page has a sample", () => {
  assert.deepEqual(minus(Object.keys(statusOf), namesIn("trouble")), []);
  const codes = errorCodes.map((code) => `error-${code}`);
  assert.deepEqual(minus(codes, namesIn("parts")), []);
});

test("every form of a letter and every way of delivery is shown by a society", () => {
  const { form, delivery } = letter.shape;
  const shown = all
    .filter(({ sample }) => "pdf" in sample)
    .flatMap(({ sample }) => settingsOf(sample, "ja"))
    .map(({ society }) => society.policy.letter);
  const has = (dial: "form" | "delivery") => shown.map((one): string => one[dial]);
  assert.deepEqual(minus(form.unwrap().options, has("form")), []);
  assert.deepEqual(minus(delivery.unwrap().options, has("delivery")), []);
});

test("every feature's gallery stands in the contents", async () => {
  const root = new URL("../../", import.meta.url);
  const files = globSync("src/**/{gallery,*-gallery}.{ts,tsx}", { cwd: fileURLToPath(root) });
  const folders = globSync("src/**/gallery/index.ts", { cwd: fileURLToPath(root) });
  const rooms = await Promise.all(
    [...files, ...folders].map(
      (file): Promise<{ gallery?: readonly FeatureGallery[] }> => import(new URL(file, root).href),
    ),
  );
  const names = rooms.flatMap(({ gallery = [] }) => gallery.map(({ name }) => name));
  assert.deepEqual(names.toSorted(), galleries.map(({ name }) => name).toSorted());
});

test("names are fit for addresses, and no two samples of a feature share one", () => {
  for (const { name, samples } of galleries) {
    assert.match(name, /^[a-z0-9-]+$/);
    const names = samples.map((sample) => sample.name);
    assert.deepEqual(names, [...new Set(names)], name);
    for (const own of names) assert.match(own, /^[a-z0-9-]+$/);
  }
});
