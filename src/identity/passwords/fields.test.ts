import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultPolicy } from "../../society/index.ts";
import { newPasswordField } from "./fields.ts";

// A new password beside the lists: common ones, the society's words, what is known of the person.

const field = newPasswordField({
  policy: { ...defaultPolicy.password, minLength: 8 },
  society: {
    code: "kaede",
    insurerNumber: "06990030",
    name: { ja: "かえで製薬健康保険組合", en: "Kaede Pharmaceutical Health Insurance Society" },
    contact: { tel: "06-0123-4567", hours: { ja: "", en: "" }, email: null, formUrl: null },
  },
  ids: ["umineko7", "9000000000001"],
  email: "hana.suzuki@example.jp",
  isProvisional: (chosen) => chosen === "abcd-efgh-jkmn",
});

for (const [typed, code] of [
  ["password123!", "password-common"],
  ["qwertyuiop", "password-common"],
  ["anpanman", "password-common"],
  ["daisuki-123", "password-common"],
  ["12345678", "password-common"],
  ["kaede-kenpo", "password-common"],
  ["Kaede2026", "ok"],
  ["kaede123", "password-common"],
  ["かえで製薬健保", "password-short"],
  ["カエデ製薬健康保険組合", "password-common"],
  ["healthinsurance", "password-common"],
  ["tel06-0123-4567", "password-holds-own-data"],
  ["x06990030x", "password-holds-own-data"],
  ["umineko7", "password-is-user-id"],
  ["ＵＭＩＮＥＫＯ７", "password-is-user-id"],
  ["umineko7!!", "password-holds-own-data"],
  ["hana.suzuki@example.jp", "password-holds-own-data"],
  ["hana.suzuki1", "password-holds-own-data"],
  ["abcd-efgh-jkmn", "password-is-provisional"],
  ["umi-to-yama-2026", "ok"],
  ["umineko7-no-kaze", "ok"],
] as const)
  test(`${typed}: ${code}`, () => {
    const read = field(typed);
    assert.equal(read.ok ? "ok" : read.code, code);
  });
