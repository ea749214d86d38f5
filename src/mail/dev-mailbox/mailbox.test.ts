import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { axe, noSidewaysScroll, noTroubles, openBrowser, picture } from "../../../test/browser.ts";
import type { Instant } from "../../kernel/time.ts";
import { setSecurityHeaders } from "../../platform/http/headers.ts";
import type { RequestContext, WebEnvironment } from "../../platform/http/types.ts";
import { emlFolder } from "../../platform/smtp/eml-folder.ts";
import { assets, brandStylesheet, type View } from "../../ui/index.ts";
import { mailPage } from "../index.ts";
import { devMailboxRoutes } from "./index.ts";

const parent = mkdtempSync(join(tmpdir(), "kenpo-mailbox-"));
after(() => rmSync(parent, { recursive: true }));
const folder = join(parent, "mail");

const society = {
  name: { ja: "ひかり電機健康保険組合", en: "Hikari Electric Health Insurance Society" },
  contact: {
    tel: "03-0000-0000",
    hours: { ja: "平日 9時から17時まで", en: "Weekdays 9:00 to 17:00" },
    email: "kenpo@hikari.example",
    formUrl: null,
  },
  brand: { colour: "#006173", mark: "ひ" },
};
const view: View = {
  lang: "ja",
  size: "standard",
  path: "/dev/mail",
  formToken: "token",
  requestId: "7K2P-9DQX",
  frame: {
    name: society.name.ja,
    mark: "ひ",
    brandHref: brandStylesheet(society.brand.colour),
    contact: null,
    member: null,
  },
};

let near = true;
const web = new Hono<WebEnvironment>();
web.use(async (c, next) => {
  c.set("request", { view: () => view } as unknown as RequestContext);
  await next();
  setSecurityHeaders(c, false);
});
devMailboxRoutes({ folder, isNear: () => near })(web);
web.get("/confirm/:token", (c) => c.text("reached"));
web.get("*", (c) => {
  const asset = assets.serve(c.req.path);
  return asset ? c.body(asset.body, 200, { "Content-Type": asset.type }) : c.notFound();
});
const server = await new Promise<Server>((listening) => {
  const started = serve({ fetch: web.fetch, port: 0, hostname: "127.0.0.1" }, () =>
    listening(started as Server),
  );
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await openBrowser();
after(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const id = (last: number) => `019a9e2e-2b0${last}-7000-8000-000000000001`;
const arrives = (number: number, subject: string) =>
  emlFolder(folder).send({
    id: id(number),
    domain: "kenpo.example",
    from: { name: society.name.ja, address: "webmaster@kenpo.example" },
    returnPath: "b-sample@kenpo.example",
    to: "hanako@example.jp",
    date: `2026-11-20T01:00:0${number}.000Z` as Instant,
    language: "ja",
    ...mailPage({
      language: "ja",
      society,
      subject,
      heading: "ご登録ありがとうございます",
      paragraphs: [
        "山田 花子 様",
        "会員サービスへのご登録が完了しました。\n次回からは、ご自身で決めたユーザIDとパスワードでログインしてください。",
        "<script>document.title='!'</script>",
      ],
      button: { label: "メールアドレスを確認する", href: `${origin}/confirm/${"x".repeat(43)}` },
      small: ["お心当たりがないときは、このメールを削除して、組合までお知らせください。"],
    }),
  });

test("an empty mailbox says so", async () => {
  const page = await browser.page();
  await page.goto(`${origin}/dev/mail`);
  await page.getByText("メールはありません。").waitFor();
});

test("newest first; the mail's links lead where the member's would", async () => {
  await arrives(1, "前のメール");
  await arrives(2, "新しいメール");
  writeFileSync(join(folder, "notes.txt"), "no mail");
  const page = await browser.page();
  await page.goto(`${origin}/dev/mail`);
  const subjects = await page.locator("main li a").allTextContents();
  assert.deepEqual(subjects, ["新しいメール", "前のメール"]);
  await axe(page);
  await page.getByRole("link", { name: "新しいメール" }).click();
  await page.getByText("2026-11-20 10:00:02").waitFor();
  await axe(page);
  await noSidewaysScroll(page);
  await page.getByRole("link", { name: /confirm/ }).click();
  await page.getByText("reached").waitFor();
});

test("the HTML part is shown as it is, runs nothing, and its button can be pressed", async () => {
  for (const width of [390, 1280] as const) {
    const page = await browser.page({ width });
    await page.goto(`${origin}/dev/mail/${id(2)}`);
    await page.getByRole("link", { name: "HTMLで見る" }).click();
    await page.getByRole("heading", { name: "ご登録ありがとうございます" }).waitFor();
    assert.equal(await page.title(), "新しいメール");
    const button = page.getByRole("link", { name: "メールアドレスを確認する" });
    // The inline style is in force: the policy of our own pages would have stripped it.
    assert.ok(((await button.boundingBox())?.height ?? 0) >= 44);
    await noSidewaysScroll(page);
    await axe(page);
    await picture(page, `mail-${width}`);
    noTroubles(page);
    await button.click();
    await page.getByText("reached").waitFor();
  }
});

const strange = ["../secret", "..%2Fsecret", "019a9e2e", id(9), `${id(1)}.eml`];
for (const name of strange)
  test(`no such mail: ${name}`, async () => {
    assert.equal((await fetch(`${origin}/dev/mail/${name}`)).status, 404);
  });

test("from elsewhere it is gone as if it never was", async () => {
  near = false;
  for (const path of ["", `/${id(1)}`, `/${id(1)}/html`])
    assert.equal((await fetch(`${origin}/dev/mail${path}`)).status, 404);
  near = true;
});
