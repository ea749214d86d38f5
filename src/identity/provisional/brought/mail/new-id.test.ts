import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { newId } from "../../../../kernel/ids.ts";
import { instantInTokyo, type PlainDate } from "../../../../kernel/time.ts";
import type { Society } from "../../../../society/types.ts";
import type { Renamed } from "../types.ts";
import { newIdMail } from "./new-id.ts";

const society: Pick<Society, "name" | "contact" | "brand"> = {
  name: { ja: "みなと健康保険組合", en: "Minato Society" },
  contact: {
    tel: "03-0000-0000",
    hours: { ja: "9時–17時", en: "9–17" },
    email: null,
    formUrl: null,
  },
  brand: { colour: "#005a5a", mark: "み" },
};

const mailFor = (own: Partial<Renamed> = {}) => {
  const renamed: Renamed = {
    id: newId<"credential">(0),
    memberId: newId<"member">(0),
    symbol: "10",
    memberNumber: "1001",
    branchNumber: "00",
    nameKana: "ｽｽﾞｷ ﾊﾅｺ",
    formerId: "<花子>",
    issuedId: "1841580062491",
    because: "characters",
    isWeak: true,
    expiresAt: instantInTokyo("2026-12-21" as PlainDate),
    email: "family@example.jp",
    isTold: false,
    ...own,
  };
  return newIdMail({
    renamed,
    to: "family@example.jp",
    society,
    href: "https://login.example.jp/sign-in",
  });
};

describe("新しいID・パスワードについて", () => {
  test("tells for whom, the new ID, the old one, until when and where; from no-reply", () => {
    const { kind, from, to, language, memberId, validUntil, content } = mailFor();
    assert.deepEqual(
      [kind, from, to, language, validUntil, typeof memberId],
      [
        "credentials/new-id",
        "no-reply",
        "family@example.jp",
        "ja",
        "2026-12-20T15:00:00.000Z",
        "string",
      ],
    );
    assert.equal(content.subject, "新しいID・パスワードについて");
    for (const word of [
      "H.S.",
      "1841580062491",
      "<花子>",
      "2026年12月20日",
      "20 Dec 2026",
      "https://login.example.jp/sign-in",
      "03-0000-0000",
    ])
      assert.ok(content.text.includes(word), word);
    // an ID of an older system may hold anything: it is text in the HTML, too
    assert.ok(content.html.includes("&lt;花子&gt;") && !content.html.includes("<花子>"));
  });

  const table: readonly (readonly [name: string, own: Partial<Renamed>, says: RegExp])[] = [
    ["characters", { because: "characters" }, /使えない文字/],
    ["alike", { because: "alike" }, /このユーザIDをお使いいただけないため/],
    ["taken", { because: "taken" }, /このユーザIDをお使いいただけないため/],
    ["a society's password", { isWeak: true }, /組合がお知らせした仮パスワード/],
    ["both proofs", { isWeak: true }, /生年月日と保険者番号/],
    ["a password of ours", { isWeak: false }, /組合から別にお知らせします/],
    ["in English too", { isWeak: false }, /tells you the provisional password\s+separately/],
  ];
  const unwrapped = (text: string) => text.replace(/(?<=\P{ASCII})\n(?=\P{ASCII})/gu, "");
  for (const [name, own, says] of table)
    test(name, () => assert.match(unwrapped(mailFor(own).content.text), says));
  test("whether somebody else has that ID cannot be told from the mail", () => {
    const [taken, alike] = [mailFor({ because: "taken" }), mailFor({ because: "alike" })];
    assert.deepEqual(taken.content, alike.content);
    for (const { text, html, subject } of [taken.content, alike.content])
      for (const part of [text, html, subject])
        assert.doesNotMatch(part, /ほかの|ほかに|同じ|大文字|somebody|another|the same/i);
  });
  test("a name that cannot be read leaves the initials away", () => {
    assert.ok(!/[A-Z]\.様/.test(mailFor({ nameKana: "鈴木" }).content.text));
  });
});
