import type { Instant } from "../../src/kernel/time.ts";
import type { Message } from "../../src/platform/smtp/types.ts";

/** What the tests of both transports send. */
export const sampleMessage: Message = {
  id: "019a9e2e-2b00-7000-8000-000000000001",
  domain: "kenpo.example",
  from: { name: "ひかり電機健康保険組合", address: "webmaster@kenpo.example" },
  returnPath: "b-sample@kenpo.example",
  to: "hanako@example.jp",
  date: "2026-11-20T01:00:00.000Z" as Instant,
  language: "ja",
  subject: "登録が完了しました",
  text: "ご登録ありがとうございます。\n",
  html: "<p>ご登録ありがとうございます。</p>",
};
