import assert from "node:assert/strict";
import { test } from "node:test";
import { asId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Society } from "../../society/types.ts";
import { reissuedMail } from "./mail.ts";

const society: Pick<Society, "name" | "contact" | "brand"> = {
  name: { ja: "ひかり", en: "Hikari" },
  contact: {
    tel: "03-0000-0000",
    hours: { ja: "平日", en: "weekdays" },
    email: null,
    formUrl: null,
  },
  brand: { colour: "#264653", mark: "ひ" },
};
const textOf = (language: "ja" | "en", resetsFactors: boolean) => {
  const given = { to: "hana@example.jp", language, society, initials: "H.S.", resetsFactors };
  const at = "2026-11-20T01:00:00.000Z" as Instant;
  const memberId = asId<"member">("00000000-0000-7000-8000-000000000011");
  return JSON.stringify(reissuedMail({ ...given, memberId, at }).content);
};

for (const [language, words] of [
  ["ja", /これまでの認証方法は、もう一度登録したときに取り消されます/],
  ["en", /are removed when you register once more/],
] as const)
  test(`the owner hears that second factors go, and only where they do (${language})`, () => {
    assert.match(textOf(language, true), words);
    assert.doesNotMatch(textOf(language, false), words);
  });
