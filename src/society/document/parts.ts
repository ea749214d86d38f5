import { z } from "zod";
import { dial } from "../dials/dial.ts";
import type { FaqCategory } from "../types.ts";

// Nothing invisible: control characters, bidirectional marks, unassigned and private ones.
const isVisible = (text: string) => /^[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]*$/u.test(text);
const isFilled = (text: string) => text === text.trim() && text !== "";

const textOf = (most: number, oneLine: (text: string) => string) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => isVisible(oneLine(text)), { params: { rule: "invisible" }, abort: true })
    .refine(isFilled, { params: { rule: "outer-space" } });

/** One line. */
export const line = (most: number) => textOf(most, (text) => text);
/** Several lines. */
export const passage = (most: number) => textOf(most, (text) => text.replaceAll("\n", ""));

/** The same words in both languages. */
export const both = <S extends z.ZodType>(words: S) => z.strictObject({ ja: words, en: words });

const postalAddress = z.strictObject({
  postalCode: dial(z.string().regex(/^\d{3}-\d{4}$/), {
    ja: "郵便番号(半角数字とハイフン)",
    en: "Postal code, digits and hyphen",
  }),
  address: dial(line(120), { ja: "住所", en: "Address" }),
});

export const contact = z.strictObject({
  tel: dial(z.string().regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/), {
    ja: "電話番号(半角数字とハイフン)",
    en: "Telephone, digits and hyphens",
  }),
  hours: dial(both(line(80)), { ja: "受付時間", en: "When the telephone is answered" }),
  email: dial(z.email().max(254).nullable().default(null), {
    ja: "お問い合わせのメールアドレス",
    en: "E-mail for questions",
  }),
  formUrl: dial(
    z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable()
      .default(null),
    {
      ja: "お問い合わせフォームのURL(https)",
      en: "Web form for questions, https only",
    },
  ),
  // No default: a document of before stays the same document.
  postalAddress: dial(postalAddress.optional(), {
    ja: "組合の所在地(通知の差出人。届かなかった通知はここに戻ります)",
    en: "Postal address: the sender of letters, where returned ones go",
  }),
});

export const brand = z.strictObject({
  colour: dial(
    z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .default("#1a3d6d"),
    {
      ja: "組合の色(#rrggbb。白地で読めない色は暗くします)",
      en: "Brand colour as #rrggbb; darkened below 5.5:1 on white",
    },
  ),
  mark: dial(
    z
      .string()
      .regex(/^\S{1,2}$/u)
      .nullable()
      .default(null),
    {
      ja: "色地に白で出す1文字(なければ名前の1文字目)",
      en: "White on the brand square; the first character of the name unless given",
    },
  ),
});

const article = z.strictObject({
  title: line(100),
  paragraphs: z.array(passage(2000)).min(1).max(40),
});
const articles = z.array(article).min(1).max(60);

const ownTerms = z.strictObject({
  version: dial(z.int().min(1).max(9999), {
    ja: "版(上げると、全員に改めて同意を求めます)",
    en: "Version; a higher one asks every member for consent again",
  }),
  effectiveOn: dial(z.iso.date(), { ja: "施行日", en: "In force from" }),
  articles: both(articles),
});

const categories = [
  "first-sign-in",
  "sign-in",
  "second-factor",
  "mail",
  "account",
  "services",
  "devices",
] as const satisfies readonly FaqCategory[];

const ownQuestion = z.strictObject({
  category: z.enum(categories),
  question: both(line(200)),
  answer: both(passage(2000)),
});

export const texts = z.strictObject({
  terms: dial(ownTerms.nullable().default(null), {
    ja: "組合独自の利用規約(なければ共通の規約)",
    en: "Own terms of use; the common ones unless given",
  }),
  notes: dial(
    z
      .array(both(passage(2000)))
      .max(30)
      .default([]),
    {
      ja: "注意事項への追加",
      en: "Paragraphs after the common notes",
    },
  ),
  faq: dial(z.array(ownQuestion).max(100).default([]), {
    ja: "よくある質問への追加",
    en: "Questions after the common ones of the same category",
  }),
  completion: dial(both(passage(500)).nullable().default(null), {
    ja: "登録を終えた画面での案内",
    en: "A paragraph on the page that completes the first sign-in",
  }),
});
