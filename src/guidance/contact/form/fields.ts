import {
  cleanText,
  type Field,
  form,
  line,
  mailAddress,
  needed,
  oneOf,
  optional,
} from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";

/** What it is about. */
export const topics = ["sign-in", "first-sign-in", "mail", "account", "services", "other"] as const;
export type Topic = (typeof topics)[number];

export const longestText = 1000;

/** Several lines; an emoji harms nobody in a mail, everything else is as in any field. */
const passage: Field<string> = needed((typed) => {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  const length = [...text].length;
  if (length > longestText) return refuse("too-long", { max: longestText, length });
  for (const one of text.replaceAll("\t", " ").split("\n")) {
    const clean = cleanText(one);
    if (!clean.ok && clean.code !== "character-emoji") return clean;
  }
  return ok(text);
});

/** The form of the contact page. What is not asked for is not kept. */
export const contactForm = form({
  society: optional(line(40)),
  topic: oneOf(topics),
  name: optional(line(60)),
  kana: optional(line(60)),
  address: mailAddress,
  number: optional(line(20)),
  text: passage,
});

export type Asked = Extract<ReturnType<typeof contactForm>, { readonly ok: true }>["input"];

/** In the order of the page; how much of each is kept where it is refused, at most. */
export const fieldLengths = {
  society: 40,
  topic: 20,
  name: 100,
  kana: 100,
  address: 300,
  number: 40,
  text: longestText + 200,
} as const;
