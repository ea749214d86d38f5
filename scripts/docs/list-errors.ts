import { commonMessages } from "../../src/flow/text.ts";
import { wording } from "../../src/identity/first-sign-in/text/wording.ts";
import { passwordMessages } from "../../src/identity/passwords/index.ts";
import { userIdMessages } from "../../src/identity/user-ids/index.ts";
import { codes, en, ja } from "../../src/imports/text.ts";

type Messages = Readonly<
  Record<string, (label: string, facts: Readonly<Record<string, string>>) => string>
>;

/** Facts as their names, so that the table shows what a message tells. */
const named = new Proxy({}, { get: (_, name) => `{${String(name)}}` });

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
const head = (...names: readonly string[]) => [row(...names), row(...names.map(() => "---"))];

const pairs = (title: string, jaMessages: Messages, enMessages: Messages) => [
  `## ${title}`,
  "",
  ...head("code", "日本語", "English"),
  ...Object.keys(jaMessages).map((code) =>
    row(
      `\`${code}\``,
      jaMessages[code]?.("〔項目〕", named) ?? "",
      enMessages[code]?.("[field]", named) ?? "",
    ),
  ),
  "",
];

const own = (lang: "ja" | "en"): Messages => {
  const all = wording(lang).messages as Messages;
  const others = { ...passwordMessages[lang], ...userIdMessages[lang] };
  return Object.fromEntries(Object.entries(all).filter(([code]) => !(code in others)));
};

const rules = Object.keys(codes) as (keyof typeof codes)[];

/** Every refusal by its code, with what it says: docs/errors.md. */
export const listErrors = (): string =>
  [
    "# Errors by code",
    "",
    "Made by `scripts/node scripts/docs.ts` from the texts themselves. `{…}` are facts that the",
    "message tells.",
    "",
    "## Files of societies",
    "",
    ...head("code", "rule", "日本語", "English"),
    ...rules.map((rule) => row(`\`${codes[rule]}\``, rule, ja[rule], en[rule])),
    "",
    ...pairs("Any field of a form", commonMessages.ja, commonMessages.en),
    ...pairs("User ID", userIdMessages.ja, userIdMessages.en),
    ...pairs("Password", passwordMessages.ja, passwordMessages.en),
    ...pairs("First sign-in", own("ja"), own("en")),
  ].join("\n");
