import type { Facts, Refusal } from "../kernel/result.ts";
import type { Language } from "../society/types.ts";

/** A message for one field: its label, and the facts of the refusal. */
type Message = (label: string, facts: Facts) => string;
type Messages = Readonly<Record<string, Message>>;

/** What may be wrong with any field. A feature's own codes stand before these. */
const ja = {
  empty: (label) => `${label}を入力してください。`,
  choose: (label) => `${label}を選んでください。`,
  "too-long": (label, { max = "", length = "" }) =>
    `${label}は${max}文字までで入力してください。いまは${length}文字です。`,
  "not-digits": (label, { count = "" }) =>
    `${label}は、数字${count}桁で入力してください。数字でない文字が入っています。`,
  "digit-count": (label, { count = "", length = "" }) =>
    `${label}は、数字${count}桁で入力してください。いまは${length}桁です。`,
  "mail-without-at": (label) => `${label}に「@」がありません。例:hanako@example.jp`,
  "mail-with-space": (label) => `${label}の途中に空白があります。空白を消してください。`,
  "mail-form": (label) =>
    `${label}の形が正しくありません。「@」の前と後を確かめてください。例:hanako@example.jp`,
  "character-control": (label) =>
    `${label}に、目に見えない制御文字が入っています。消して入力し直してください。`,
  "character-direction-mark": (label) =>
    `${label}に、文字の向きを変える見えない記号が入っています。消して入力し直してください。`,
  "character-invisible": (label) =>
    `${label}に、目に見えない文字が入っています。消して入力し直してください。`,
  "character-gaiji": (label) =>
    `${label}に、ほかの機器で表示できない外字が入っています。別の字で入力してください。`,
  "character-emoji": (label) => `${label}に絵文字は使えません。消してください。`,
  "character-broken": (label) =>
    `${label}に、読み取れない文字が入っています。消して入力し直してください。`,
} satisfies Messages;

const en = {
  empty: (label) => `Enter: ${label}.`,
  choose: (label) => `Choose: ${label}.`,
  "too-long": (label, { max = "", length = "" }) =>
    `${label} may have ${max} characters at most. It now has ${length}.`,
  "not-digits": (label, { count = "" }) =>
    `${label} must be ${count} digits. It contains something that is not a digit.`,
  "digit-count": (label, { count = "", length = "" }) =>
    `${label} must be ${count} digits. It now has ${length}.`,
  "mail-without-at": (label) => `${label} has no “@”. Example: hanako@example.jp`,
  "mail-with-space": (label) => `${label} has a space inside. Remove it.`,
  "mail-form": (label) =>
    `${label} does not look right. Check what stands before and after “@”. Example: hanako@example.jp`,
  "character-control": (label) =>
    `${label} contains an invisible control character. Delete it and type again.`,
  "character-direction-mark": (label) =>
    `${label} contains an invisible mark that turns the writing direction. Delete it and type again.`,
  "character-invisible": (label) =>
    `${label} contains an invisible character. Delete it and type again.`,
  "character-gaiji": (label) =>
    `${label} contains a private character that other devices cannot show. Use another one.`,
  "character-emoji": (label) => `${label} cannot contain emoji. Remove them.`,
  "character-broken": (label) =>
    `${label} contains an unreadable character. Delete it and type again.`,
} satisfies Record<keyof typeof ja, Message>;

export const commonMessages: Readonly<Record<Language, Messages>> = { ja, en };

export type Wording = {
  readonly labels: Readonly<Record<string, string>>;
  /** The feature's own messages by code, asked first. */
  readonly messages: Messages;
};

/** The messages beside the fields. @throws when a code has no text: a bug that a test finds */
export const messagesOf = (
  lang: Language,
  wording: Wording,
  errors: Readonly<Record<string, Refusal>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([name, { code, facts }]) => {
      const message = wording.messages[code] ?? commonMessages[lang][code];
      if (!message) throw new Error(`no text for the refusal "${code}"`);
      return [name, message(wording.labels[name] ?? "", facts)];
    }),
  );

/** Refusals that belong to no field, as sentences. @throws when a code has no text */
export const sentencesOf = (wording: Wording, refusals: readonly Refusal[]): readonly string[] =>
  refusals.map(({ code, facts }) => {
    const message = wording.messages[code];
    if (!message) throw new Error(`no text for "${code}"`);
    return message("", facts);
  });
