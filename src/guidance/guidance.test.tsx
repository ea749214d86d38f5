import assert from "node:assert/strict";
import { test } from "node:test";
import { Hono } from "hono";
import type { EntranceId, SocietyId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/time.ts";
import { openSecrets } from "../platform/crypto/secrets.ts";
import type { Database } from "../platform/database/types.ts";
import type { RequestContext, WebEnvironment } from "../platform/http/types.ts";
import {
  type MaintenanceState,
  type Registry,
  type Society,
  sampleCodes,
  sampleDocument,
  societyOf,
} from "../society/index.ts";
import type { View } from "../ui/index.ts";
import { questionsFor } from "./faq/faq.ts";
import { hasPasskeys, waysOf } from "./guide/ways.ts";
import { guidanceRoutes, maintenanceGate } from "./index.ts";

const societies: readonly Society[] = sampleCodes.map((code, i) =>
  societyOf(
    {
      id: `society-${i}` as SocietyId,
      code,
      entrance_id: "entrance" as EntranceId,
      insurer_number: "",
      version: 1,
    },
    sampleDocument(code),
  ),
);
const shared = societies.filter(({ policy }) => policy.firstSignIn.style === "classic");
const registry = {
  society: (id) => societies.find((society) => society.id === id),
} as Registry;

const monthly = {
  from: "2026-11-25T12:00:00.000Z" as Instant,
  to: "2026-11-25T15:00:00.000Z" as Instant,
  reason: null,
};
const running: MaintenanceState = { kind: "running", ...monthly };

type Visit = {
  readonly code?: string;
  readonly lang?: View["lang"];
  readonly maintenance?: MaintenanceState;
  readonly now?: string;
  /** Whose members sign in there. */
  readonly entrance?: readonly Society[];
};

const view = (lang: View["lang"], path: string): View => ({
  lang,
  size: "standard",
  path,
  formToken: "token",
  requestId: "7K2P-9DQX",
  frame: { name: "けんぽポータル", mark: "け", brandHref: "/b.css", contact: null, member: null },
});

/** What a visitor sees, with the society known or not. */
const visit = async (path: string, given: Visit = {}) => {
  const { code, lang = "ja", maintenance, now, entrance = shared } = given;
  const request = {
    id: "7K2P-9DQX",
    now: now ?? "2026-11-25T13:00:00.000Z",
    lang,
    path,
    society: societies.find((society) => society.code === code) ?? null,
    entrance: { societies: entrance.map(({ id }) => id), origin: "https://portal.example" },
    browser: { token: "token", secure: true },
    view: () => view(lang, path),
  } as unknown as RequestContext;
  const web = new Hono<WebEnvironment>();
  web.use((c, next) => {
    c.set("request", request);
    return next();
  });
  maintenanceGate(() => maintenance ?? { kind: "none" })(web);
  guidanceRoutes({
    registry,
    database: {} as Database,
    secrets: openSecrets(Buffer.alloc(32, 1)),
    maintenanceFor: () => maintenance ?? { kind: "none" },
    mailDomainOf: () => "portal.example",
  })(web);
  web.all("/sign-in", (c) => c.text("sign-in"));
  const answer = await web.request(path);
  const html = await answer.text();
  return { status: answer.status, headers: answer.headers, html, text: textOf(html) };
};

const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/<wbr\s*\/?>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const paths = ["/terms", "/notes", "/help/guide", "/help/faq", "/contact"];
const existing =
  /^(\/(terms|notes|contact|help\/guide|help\/faq|forgot-id|forgot-password|profile(\/[a-z]+)?|)(#[a-z-]+)?|#[a-z-]+)$/;

for (const path of paths)
  for (const lang of ["ja", "en"] as const)
    test(`${path} in ${lang}: whole, in one language, and every link leads somewhere`, async () => {
      for (const code of [undefined, ...sampleCodes]) {
        const { status, html } = await visit(path, { lang, ...(code ? { code } : {}) });
        assert.equal(status, 200);
        assert.equal(html.match(/<h1/g)?.length, 1);
        assert.doesNotMatch(html, /undefined|\[object|NaN/);
        const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
        if (lang === "en") assert.doesNotMatch(main, /[ぁ-んァ-ヶ]{3}/);
        for (const [, href = ""] of main.matchAll(/href="([^"]*)"/g))
          if (!/^(tel:|mailto:|https:)/.test(href)) assert.match(href, existing);
        const ids = [...main.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const [, id = ""] of main.matchAll(/href="#([^"]+)"/g))
          assert.ok(ids.includes(id), id);
      }
    });

test("terms name the society that is known, and nobody before", async () => {
  const known = await visit("/terms", { code: "kaede" });
  assert.match(
    known.text,
    /かえで製薬健康保険組合.*2026年11月1日 施行|2026年11月1日 施行.*かえで製薬健康保険組合/,
  );
  const unknown = await visit("/terms");
  for (const { name } of societies) assert.ok(!unknown.text.includes(name.ja));
});

test("contact lists the societies of a shared entrance, then only the member's own", async () => {
  const before = await visit("/contact");
  for (const { name, contact } of shared)
    assert.ok(before.text.includes(name.ja) && before.text.includes(contact.tel));
  assert.ok(!before.text.includes("あさひ精工"));
  const after = await visit("/contact", { code: "minato" });
  assert.ok(after.text.includes("045-012-3456") && !after.text.includes("ひかり電機"));
  assert.match(after.html, /href="https:\/\/minato\.example\/kenpo\/contact"/);
});

test("the guide shows the society's own way to register", async () => {
  const classic = await visit("/help/guide", { code: "hikari" });
  assert.match(classic.text, /保険者番号と生年月日を入力します.*「入力内容確認」を押します/);
  const asahi = await visit("/help/guide", { code: "asahi" });
  assert.match(
    asahi.text,
    /生年月日を入力して「確認」.*6桁の番号を画面に入力.*新しいパスワードを決めて/,
  );
  assert.ok(!asahi.text.includes("入力内容確認") && !asahi.text.includes("保険者番号"));
  assert.match(asahi.html, /id="first-sign-in"/);
});

test("the guide names the second factor where it is demanded, between the right steps", async () => {
  const asahi = await visit("/help/guide", { code: "asahi" });
  assert.match(
    asahi.text,
    /ユーザIDを確かめる.*認証方法を選んで登録する 生体認証、ワンタイムパスワード \(OTP\) アプリ認証、ワンタイムパスワード \(OTP\) メール認証から1つを選び.*新しいパスワードを決めて/,
  );
  assert.ok(!asahi.text.includes("必要な方にだけ"));
  assert.ok(
    !(await visit("/help/guide", { code: "hikari" })).text.includes("認証方法を選んで登録する"),
  );
  const [kaede, sakura] = ["kaede", "sakura"].map((code) =>
    societies.find((one) => one.code === code),
  );
  assert.ok(kaede && sakura);
  const { firstSignIn } = sakura.policy;
  const both = [{ ...kaede, policy: { ...kaede.policy, firstSignIn } }, sakura];
  assert.equal(waysOf(both, "ja")[0]?.factor.of, "some");
});

test("the guide tells how a passkey is used, where one may be", async () => {
  const { text, html } = await visit("/help/guide", { code: "hikari" });
  assert.match(html, /<section[^>]*aria-labelledby="passkey"/);
  for (const fact of ["8以下は使えません", "iOS 12以下は使えません", "Bluetooth", "QRコード"])
    assert.ok(text.includes(fact), fact);
  assert.match(text, /「セキュリティキーの登録が無効です」.*パスワードマネージャー/);
  assert.ok(hasPasskeys(shared) && !hasPasskeys([]));
});

test("where the societies of an entrance differ, the guide says whose way is whose", async () => {
  const entrance = societies.filter(({ code }) => code === "kaede" || code === "sakura");
  const { text } = await visit("/help/guide", { entrance });
  assert.match(
    text,
    /かえで製薬健康保険組合の方.*入力内容確認.*さくら工業健康保険組合の方.*6桁の番号/,
  );
  assert.ok(!(await visit("/help/guide")).text.includes("健康保険組合の方"));
});

test("questions answer with the society's own numbers, and none before it is known", async () => {
  const hikari = await visit("/help/faq", { code: "hikari" });
  assert.match(hikari.text, /8文字以上、20文字以下/);
  assert.match(hikari.text, /続けて10回間違えると.*30分たつと/);
  assert.match(hikari.text, /台紙に書いてあります/);
  const asahi = await visit("/help/faq", { code: "asahi" });
  assert.match(asahi.text, /24時間たつと/);
  const unknown = await visit("/help/faq");
  assert.match(unknown.text, /登録の画面に、条件が表示されます/);
  assert.ok(!unknown.text.includes("台紙"));
});

test("questions of a second factor: the manuals' words, and none of what is not allowed", async () => {
  const asahi = await visit("/help/faq", { code: "asahi" });
  for (const words of [
    "「ワンタイムパスワードが正しくありません」",
    "「セキュリティキーの登録が無効です」",
    "「認証するデバイス」",
    "「スキャンできませんか？」",
    "Android 8以下では使えません",
    "iOS 14以上をおすすめします",
    "続けて10回間違えると",
  ])
    assert.ok(asahi.text.includes(words), words);
  const [society] = societies;
  assert.ok(society);
  const { policy } = society;
  const secondFactor = { ...policy.secondFactor, methods: ["mail-otp" as const] };
  const ids = (facts: typeof policy | null) =>
    questionsFor("ja", { facts: { policy: facts, mailDomain: "" }, own: [] }).map(({ id }) => id);
  const left = new Set(ids({ ...policy, secondFactor }));
  assert.deepEqual(
    ids(null).filter((id) => !left.has(id)),
    ["code-not-taken", "key-invalid", "app-qr", "passkey-qr"].map((id) => `second-factor-${id}`),
  );
});

// What a member types → a question that is found, or nothing.
const searches: readonly [string, RegExp | null][] = [
  ["メール", /メールが届きません/],
  ["めーる", /メールが届きません/],
  ["ﾒｰﾙ", /メールが届きません/],
  ["ｗｅｂｍａｓｔｅｒ", /どのアドレスからメールが届きますか/],
  ["WEBMASTER", /どのアドレスからメールが届きますか/],
  [" 会社 メール ", /メールが届きません/],
  ["象", null],
  ["%", null],
  ["<script>alert(1)</script>", null],
];

for (const [typed, expected] of searches)
  test(`searching ${JSON.stringify(typed)}`, async () => {
    const { html, text } = await visit(`/help/faq?q=${encodeURIComponent(typed)}`);
    assert.ok(!html.includes("<script>alert"));
    if (expected) {
      assert.match(text, expected);
      assert.ok(!text.includes("文字を大きくできますか"));
    } else assert.match(text, /見つかりませんでした/);
    assert.match(html, /<input[^>]*name="q"[^>]*value="[^"]+"/);
  });

test("an empty search shows every question", async () => {
  const [all, empty] = await Promise.all([visit("/help/faq"), visit("/help/faq?q=%20%20")]);
  const count = (html: string) => html.match(/<summary/g)?.length;
  assert.equal(count(empty.html), count(all.html));
  assert.ok((count(all.html) ?? 0) > 20);
});

test("while it rests, pages answer 503 with the end, and help stays open", async () => {
  const closed = await visit("/sign-in", { maintenance: running });
  assert.equal(closed.status, 503);
  assert.equal(closed.headers.get("retry-after"), "7200");
  assert.match(closed.text, /点検のため、24時までご利用いただけません/);
  for (const path of paths) assert.equal((await visit(path, { maintenance: running })).status, 200);
});

test("an announced window closes nothing yet", async () => {
  const announced = { kind: "announced", windows: [monthly] } as const;
  assert.equal((await visit("/sign-in", { maintenance: announced })).status, 200);
});
