import { commonMessages } from "../../../src/flow/text.ts";
import { factorWording } from "../../../src/identity/factor-steps/index.ts";
import { changedMessages } from "../../../src/identity/first-sign-in/text/changed-text.ts";
import { endedWords } from "../../../src/identity/first-sign-in/text/ended-text.ts";
import { refusalMessages } from "../../../src/identity/first-sign-in/text/messages-text.ts";
import { openMethods } from "../../../src/identity/methods/index.ts";
import { resetMessages } from "../../../src/identity/password-reset/text/reset-text.ts";
import { passwordMessages } from "../../../src/identity/passwords/index.ts";
import { changeMessages } from "../../../src/identity/profile/password/text.ts";
import { nameMessages } from "../../../src/identity/profile/text/pages-text.ts";
import { stepUpMessages } from "../../../src/identity/step-up/text/step-up-text.ts";
import { userIdMessages } from "../../../src/identity/user-ids/index.ts";
import type { Facts } from "../../../src/kernel/result.ts";
import { openSecrets } from "../../../src/platform/crypto/secrets.ts";
import { sampleNow } from "../../../src/ui/gallery/states.ts";
import { code, named, type Section, table } from "./table.ts";

type Message = (label: string, facts: Readonly<Record<string, string>>) => string;
type Messages = Readonly<Record<string, Message>>;
type InBoth = { readonly ja: Messages; readonly en: Messages };

/** Facts by which a message says something else; all others are told by their names. */
const cases: Readonly<Record<string, readonly Facts[]>> = {
  "user-id-character": [{ symbols: "-_." }, { symbols: "" }],
  "changed-proof": [
    { proof: "birth-date" },
    { proof: "birth-date,insurer-number" },
    { proof: "insurer-number" },
  ],
  "changed-email-need": [{ need: "required" }, { need: "optional" }],
  "changed-email-check": [{ checked: "true" }, { checked: "false" }],
  "changed-user-id-digits": [{}, { max: 0 }],
  "changed-user-id-symbols": [{ symbols: "-_." }, { symbols: "" }],
  "changed-user-id-issued": [{ stays: "true" }, { stays: "false" }],
  "changed-password-needs": [
    { needs: "digit" },
    { needs: "digit,letter" },
    { needs: "letter" },
    { needs: "" },
  ],
  "totp-wrong": [{ at: sampleNow }],
  "changed-password-characters": [{ characters: "ascii" }, { characters: "any" }],
};

const rowsOf = ({ ja, en }: InBoth) =>
  Object.keys(ja).flatMap((name) =>
    (cases[name] ?? [{}]).map((facts) => [
      code(name),
      ja[name]?.("〔項目〕", named(facts)) ?? "",
      en[name]?.("[field]", named(facts)) ?? "",
    ]),
  );

const messages = (
  title: string,
  both: { readonly ja: unknown; readonly en: unknown },
): Section => ({
  title,
  lines: table(["code", "日本語", "English"], rowsOf(both as InBoth)),
});

const ended = (): Section => {
  const [ja, en] = [endedWords("ja"), endedWords("en")];
  return {
    title: "Ends of a first sign-in",
    lines: table(
      ["outcome", "日本語", "English"],
      Object.keys(ja.endedTitles).map((outcome) => [
        code(outcome),
        `${ja.endedTitles[outcome]}。${ja.endedTexts[outcome]}`,
        `${en.endedTitles[outcome]}. ${en.endedTexts[outcome]}`,
      ]),
    ),
  };
};

/** Of the steps for second factors and of every method: only its words are asked. */
const ofFactors = (): Section => {
  const secrets = openSecrets(Buffer.alloc(32));
  const methods = openMethods({ secrets, mailDomainOf: () => "" });
  const [ja, en] = [factorWording(methods, "ja"), factorWording(methods, "en")];
  return messages("Second factors", { ja: ja.messages, en: en.messages });
};

/** What stands beside a field or above a form, and where a registration ends. */
export const fieldSections = (): readonly Section[] => [
  messages("Any field of a form", commonMessages),
  messages("User ID", userIdMessages),
  messages("Password", passwordMessages),
  messages("First sign-in", refusalMessages),
  ofFactors(),
  messages("Names of what is enrolled", { ja: nameMessages("ja"), en: nameMessages("en") }),
  messages("Asked again before what matters", {
    ja: stepUpMessages("ja"),
    en: stepUpMessages("en"),
  }),
  messages("A change of the password", changeMessages),
  messages("A forgotten password", { ja: resetMessages("ja"), en: resetMessages("en") }),
  messages("Rules that a society changed while somebody registered", changedMessages),
  ended(),
];
