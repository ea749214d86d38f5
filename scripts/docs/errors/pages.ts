import { addressWords } from "../../../src/identity/address/text.ts";
import { pressWords } from "../../../src/identity/first-sign-in/text/press-text.ts";
import { signInWords } from "../../../src/identity/sign-in/text.ts";
import { ownWords } from "../../../src/main/trouble.tsx";
import { statusOf, type Trouble } from "../../../src/platform/http/trouble.ts";
import { errorCodes, errorWordsIn } from "../../../src/ui/errors/text.ts";
import { code, type Section, table } from "./table.ts";

const both = ["ja", "en"] as const;

const statuses: Section = {
  title: "Pages by status",
  lines: table(
    ["status", "日本語", "English"],
    errorCodes.map((status) => [
      code(String(status)),
      ...both.map((lang) => {
        const { title, what, mend } = errorWordsIn(lang)[status];
        return `${title} — ${what}${lang === "en" ? " " : ""}${mend}`;
      }),
    ]),
  ),
};

const troubles: Section = {
  title: "What goes wrong with a request",
  lines: table(
    ["trouble", "status", "日本語", "English"],
    (Object.keys(statusOf) as Trouble[]).map((trouble) => [
      code(trouble),
      String(statusOf[trouble]),
      ...both.map(
        (lang) => ownWords(trouble, lang)?.title ?? errorWordsIn(lang)[statusOf[trouble]].title,
      ),
    ]),
  ),
};

const signIn: Section = {
  title: "Sign-in",
  lines: table(
    ["state", "日本語", "English"],
    (
      [
        ["refused", "failed"],
        ["passkey refused", "passkeyFailed"],
        ["letter used", "letterUsed"],
        ["letter expired", "letterExpired"],
        ["letter replaced", "letterReplaced"],
        ["too many tries of a network", "tooMany"],
      ] as const
    ).map(([name, word]) => [name, ...both.map((lang) => signInWords(lang)[word])]),
  ),
};

const links: Section = {
  title: "Buttons of mails",
  lines: table(
    ["button", "result", "日本語", "English"],
    [
      ...Object.keys(pressWords("ja").results).map((result) => [
        "check-address",
        code(result),
        ...both.map((lang) => pressWords(lang).results[result as "open"][0]),
      ]),
      ...(["confirmed", "already", "expired", "replaced", "invalid"] as const).map((result) => [
        "confirm-address",
        code(result),
        ...both.map((lang) => addressWords(lang)[`${result}Title`]),
      ]),
    ],
  ),
};

/** What a page says when something cannot be done. */
export const pageSections: readonly Section[] = [statuses, troubles, signIn, links];
