import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everyRoute } from "./every-route.ts";
import { openGallery } from "./server.ts";
import { all, settingsOf } from "./shown.ts";

let gallery: Awaited<ReturnType<typeof openGallery>>;
before(async () => {
  gallery = await openGallery();
});
after(() => gallery.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${gallery.baseUrl}${path}`, { headers });
const policyOf = (answer: Response) => answer.headers.get("content-security-policy") ?? "";

const places: readonly (readonly [string, RegExp, RegExp])[] = [
  ["/gallery", /^text\/html/, /frame-ancestors 'none'/],
  ["/gallery/look.css", /^text\/css/, /default-src 'none'/],
  ["/gallery/sign-in/empty", /^text\/html/, /form-action 'none'.*frame-ancestors 'self'/],
  ["/gallery/sign-in/empty/frames?society=asahi", /^text\/html/, /frame-src 'self'/],
  ["/gallery/locks/mail-locked-timed?lang=en", /^text\/html/, /style-src 'unsafe-inline'/],
  ["/gallery/locks/mail-locked-timed/frames", /^text\/html/, /frame-src 'self'/],
  ["/gallery/letters/ordinary/frames", /^text\/html/, /object-src 'self'/],
];

for (const [path, type, policy] of places)
  test(`${path} is shown to who sits at the machine, and gone behind a proxy`, async () => {
    const near = await get(path);
    assert.equal(near.status, 200);
    assert.match(near.headers.get("content-type") ?? "", type);
    assert.match(policyOf(near), policy);
    // Samples send nothing and are framed by nobody else.
    assert.doesNotMatch(policyOf(near), /\*|https?:/);
    const far = await get(path, { "x-forwarded-for": "203.0.113.9" });
    assert.equal(far.status, 404);
    // But for its own address, its number and its form token.
    const own = /[0-9A-Z]{4}-[0-9A-Z]{4}|value="[^"]*"|href="\/preferences[^"]*"/g;
    const words = (html: string) => html.replace(own, "");
    const nowhere = await get("/no-such-page", { "x-forwarded-for": "203.0.113.9" });
    assert.equal(words(await far.text()), words(await nowhere.text()));
    assert.equal(policyOf(far), policyOf(nowhere));
  });

for (const path of [
  ...["/gallery/nothing", "/gallery/sign-in", "/gallery/sign-in/nothing"],
  ...["/gallery/sign-in/empty/other", "/gallery/sign-in/empty/frames/more"],
])
  test(`there is no ${path}`, async () => assert.equal((await get(path)).status, 404));

test("language, text size and society are as asked; what does not fit is shown where it does", async () => {
  const english = await (
    await get("/gallery/sign-in/empty?lang=en&size=large&society=asahi")
  ).text();
  assert.match(english, /<html lang="en" data-size="large">/);
  assert.match(english, /Asahi Precision/);
  const classic = await (
    await get("/gallery/first-sign-in-classic/details-empty?society=asahi")
  ).text();
  assert.match(classic, /ひかり電機健康保険組合/);
});

test("an installation that is not for development has no gallery at all", () => {
  const routes = everyRoute({ development: false });
  assert.ok(routes.includes("GET /sign-in"));
  assert.deepEqual(
    routes.filter((route) => /gallery|dev/.test(route)),
    [],
  );
});

test("every letter of every society is a PDF", async () => {
  for (const { sample } of all.filter(({ sample }) => "pdf" in sample))
    for (const setting of settingsOf(sample, "ja")) {
      if (!("pdf" in sample)) continue;
      const bytes = Buffer.from(await sample.pdf(setting));
      assert.equal(
        bytes.subarray(0, 5).toString(),
        "%PDF-",
        `${sample.name} ${setting.society.code}`,
      );
    }
});
