import { formsIn } from "../../html-form.ts";
import type { Fields, Which } from "../../http-client.ts";
import { MailIsLate } from "../mailbox.ts";
import { flowPath, type Letter, type Person, type Step } from "../registration.ts";

/** A page with one form. */
export const fillsIn = (
  name: string,
  typed: (letter: Letter) => Fields,
  which: Which = {},
): Step => ({
  name,
  path: `${flowPath}/${name}`,
  ready:
    async ({ browser, letter }) =>
    () =>
      browser.submit(typed(letter), which),
});

type Waiting = {
  readonly name: string;
  /** To which the mail goes. */
  readonly address: (letter: Letter) => string;
};

/** The page that waits has two forms: one takes the number, one sends the mail again. */
const formFor = ({ browser }: Person, action: "check" | "resend") => {
  const { path, body } = browser.page();
  const fields = formsIn(body).find((form) => form.fields.action === action)?.fields;
  if (!fields) throw new Error(`${path} has no form for ${action}`);
  return fields;
};

/** A killed worker keeps its mails to itself for a while: the person has another one sent. */
const awaitMail = async (person: Person, path: string, address: string): Promise<string> => {
  const { browser, mails } = person;
  const text = await mails.awaitNewest(address);
  if (text !== null) return text;
  if (!mails.mayAskAgain(address)) throw MailIsLate(address);
  await browser.get(path);
  const { status } = await browser.post(path, formFor(person, "resend"));
  if (status !== 303) throw new Error(`${path}: 「再送信」 was answered with ${status}`);
  mails.askedAgain(address);
  await browser.follow();
  const again = await mails.awaitNewest(address);
  if (again === null) throw MailIsLate(address);
  return again;
};

/** 「6桁の番号」, typed into the browser that began. */
export const typesCode = ({ name, address }: Waiting): Step => {
  const path = `${flowPath}/${name}`;
  return {
    name,
    path,
    ready: async (person) => {
      const text = await awaitMail(person, path, address(person.letter));
      const [code] = /^\d{3} ?\d{3}$/m.exec(text) ?? [];
      if (!code) throw new Error("a mail without a code");
      const fields = { ...formFor(person, "check"), code };
      return () => person.browser.post(path, fields);
    },
  };
};

/** The mail's button, on another device. */
export const pressesButton = ({ name, address }: Waiting): Step => {
  const path = `${flowPath}/${name}`;
  return {
    name,
    path,
    ready: async (person) => {
      const text = await awaitMail(person, path, address(person.letter));
      const [, button] = /https?:\/\/[^/\s]+(\/check-address\/\S+)/.exec(text) ?? [];
      if (!button) throw new Error("a mail without a button");
      await person.phone.get(button);
      return () => person.phone.submit({}, { action: button });
    },
  };
};
