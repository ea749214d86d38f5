import { z } from "zod";
import { isInsurerNumber } from "../../kernel/insurer-number.ts";
import { dial, someOf } from "../dials/dial.ts";
import { serviceNames } from "../dials/services.ts";
import { policySchema } from "../policy/policy.ts";
import { isReservedCode, societyCode } from "./codes.ts";
import { both, brand, contact, line, texts } from "./parts.ts";

const code = z
  .string()
  .regex(societyCode)
  .refine((text) => !isReservedCode(text), { params: { rule: "reserved" } });

const name = /(?=.*[a-z])[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+/.source;
const host = z
  .string()
  .max(253)
  .regex(new RegExp(`^${name}(:\\d{2,5})?$`));

// 64 characters and an @ stand before it, and an address has 254 (RFC 5321 §4.5.3.1.3).
const mailDomain = z
  .string()
  .max(189)
  .regex(new RegExp(`^${name}$`));

const entrance = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("shared") }),
  z.strictObject({
    kind: z.literal("own"),
    host: dial(host.nullable().default(null), {
      ja: "入口のホスト名(なければ、基準のホストの前に CODE. を付けます)",
      en: "Host name; `CODE.` before the base host unless given",
    }),
  }),
]);

/** 健康保険組合のファイル: all that one society says of itself. Printed by `society schema`. */
export const societyDocument = z
  .strictObject({
    $schema: z.string().max(500).optional(),
    code: dial(code, {
      ja: "組合のコード(半角小文字・数字・ハイフン。あとで変えられません)",
      en: "Code: lower-case letters, digits, single hyphens. Cannot change afterwards",
    }),
    name: dial(both(line(60)), { ja: "組合の名前", en: "Name" }),
    insurerNumber: dial(
      z
        .string()
        .regex(/^\d{8}$/)
        .refine(isInsurerNumber, { params: { rule: "check-digit" } }),
      { ja: "保険者番号(検証番号を含む8桁)", en: "Insurer number, 8 digits with check digit" },
    ),
    contact: dial(contact, { ja: "連絡先", en: "Contact" }),
    entrance: dial(entrance.prefault({ kind: "own" }), {
      ja: "入口(共同、または専用。あとで変えられません)",
      en: "Entrance: shared with others, or a host of its own. Cannot change afterwards",
    }),
    // No default: a document of before stays the same document.
    mailDomain: dial(mailDomain.optional(), {
      ja: "メールの差出人のドメイン(なければ、設置全体のもの)",
      en: "Domain of its mail senders; the installation's unless given",
    }),
    brand: dial(brand.prefault({}), { ja: "組合の色と印", en: "Brand colour and mark" }),
    services: dial(someOf(serviceNames).default(["medical-costs", "eligibility-notice"]), {
      ja: "表示するサービス(並び順)",
      en: "Service tiles, in order",
    }),
    policy: dial(policySchema.prefault({}), { ja: "運用方針", en: "Policy" }),
    texts: dial(texts.prefault({}), { ja: "組合独自の文章", en: "Own texts" }),
  })
  .transform(({ $schema: _, ...document }) => document);

/** A society's document with every default filled in. */
export type SocietyDocument = z.output<typeof societyDocument>;
/** What a file may say. */
export type SocietyDocumentInput = z.input<typeof societyDocument>;

/** JSON Schema (draft 2020-12) of the file, with defaults, units and explanations. */
export const societyFileSchema = (): object => ({
  ...z.toJSONSchema(societyDocument, { io: "input" }),
  title: "Kenpo Portal: a society (健康保険組合のファイル)",
});
