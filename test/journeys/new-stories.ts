import type { Message } from "../../src/platform/smtp/types.ts";
import type { Answer, Visitor } from "../http-client.ts";
import type { Insured, Letter } from "../world/people.ts";
import { chosenPassword, type Stage, signsIn, triesToSignIn } from "./stories.ts";

// The new first sign-in as its people do it: a page for each question.

export const codeIn = ({ text }: Pick<Message, "text">): string => {
  const [code] = /^\d{3} ?\d{3}$/m.exec(text) ?? [];
  if (!code) throw new Error(`no code in the mail: ${text}`);
  return code.replace(" ", "");
};

export const buttonIn = ({ text }: Message): string => {
  const [, path] = /https?:\/\/[^/\s]+(\/check-address\/\S+)/.exec(text) ?? [];
  if (!path) throw new Error(`no button in the mail: ${text}`);
  return path;
};

/** What every form of a page carries: its token and its turn. */
export const carried = ({ page }: Visitor) => {
  const carriedIn = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page().body)?.[1] ?? "";
  return { formToken: carriedIn("formToken"), turn: carriedIn("turn") };
};

/** Sent by the form that waits for the code. */
export const typesCode = (browser: Visitor, code: string): Promise<Answer> =>
  browser.post(browser.page().path, { ...carried(browser), action: "check", code });

/** 「認証方法」: the mailbox. Its mail was received on the way here, so that nothing more is asked. */
export const choosesMail = async (browser: Visitor): Promise<Answer> => {
  await browser.submit({ method: "mail-otp" });
  return browser.follow();
};

/** Where a mailed code is asked for beside a password. */
export const passesSecondFactor = async (browser: Visitor, code: string): Promise<Answer> => {
  const typed = { ...carried(browser), action: "check", mailCode: code };
  await browser.post(browser.page().path, typed);
  return browser.follow();
};

export const asksAgain = (browser: Visitor): Promise<Answer> =>
  browser.post(browser.page().path, { ...carried(browser), action: "resend" });

/** Somebody else's browser, or the same person's telephone: without a cookie. */
export const pressesButton = async (device: Visitor, path: string): Promise<Answer> => {
  await device.get(path);
  await device.submit({}, { action: path });
  return device.follow();
};

let addresses = 0;
export const newAddress = () => {
  addresses += 1;
  return `hanako${addresses}@example.jp`;
};

type Own = { readonly person?: Partial<Insured>; readonly letter?: Partial<Letter> };

type Known = { readonly userId: string; readonly email: string; readonly password?: string };

type Posted<Mail> = Stage & { readonly mailsTo: (address: string) => Promise<readonly Mail[]> };

export const newStoriesOf = <Mail extends Pick<Message, "text">>(world: () => Posted<Mail>) => {
  const begins = async (code: string, own: Own = {}) => {
    const person = await world().insuredPerson(code, own.person);
    const letter = await world().letterFor(code, person, own.letter);
    const browser = world().browser(code);
    await signsIn(browser, letter.userId, letter.password);
    await browser.follow();
    return { person, letter, browser, code };
  };
  type Story = Awaited<ReturnType<typeof begins>>;

  const proves = async ({ browser, person, letter, code }: Story) => {
    const { insurerNumber } = world().society(code);
    await browser.submit({
      birthDate: person.bornOn.replaceAll("-", ""),
      ...(letter.isWeak ? { insurerNumber } : {}),
    });
    return browser.follow();
  };

  const agrees = async ({ browser }: Story) => {
    await browser.submit({}, { button: "agree" });
    return browser.follow();
  };

  const reachesAddress = async (code: string, own: Own = {}) => {
    const story = await begins(code, own);
    await proves(story);
    await agrees(story);
    return story;
  };

  const givesAddress = async ({ browser }: Story, email: string) => {
    await browser.submit({ email });
    return browser.follow();
  };

  const newestMail = async (address: string): Promise<Mail> => {
    const mail = (await world().mailsTo(address)).at(-1);
    if (!mail) throw new Error(`no mail to ${address}`);
    return mail;
  };

  const reachesCheck = async (code: string, own: Own = {}) => {
    const story = await reachesAddress(code, own);
    const email = newAddress();
    await givesAddress(story, email);
    return { ...story, email };
  };

  const reachesUserId = async (code: string, own: Own = {}) => {
    const story = await reachesCheck(code, own);
    await typesCode(story.browser, codeIn(await newestMail(story.email)));
    await story.browser.follow();
    return story;
  };

  const reachesPassword = async (code: string, own: Own = {}) => {
    const story = await reachesUserId(code, own);
    await story.browser.submit({});
    await story.browser.follow();
    await choosesMail(story.browser);
    return story;
  };

  /** The password, then the code that is mailed to the address. */
  const signsInAgain = async (
    browser: Visitor,
    { userId, email, password = chosenPassword }: Known,
  ): Promise<Answer> => {
    // A code that is asked for later would overtake what waits.
    await world().mailsTo(email);
    await triesToSignIn(browser, userId, password);
    return passesSecondFactor(browser, codeIn(await newestMail(email)));
  };

  const choosesPassword = (browser: Visitor) =>
    browser.submit({ password: chosenPassword, passwordAgain: chosenPassword });

  const registers = async (code: string, own: Own = {}) => {
    const story = await reachesPassword(code, own);
    await choosesPassword(story.browser);
    await story.browser.follow();
    return story;
  };

  return {
    begins,
    proves,
    agrees,
    reachesAddress,
    givesAddress,
    newestMail,
    reachesCheck,
    reachesUserId,
    reachesPassword,
    choosesPassword,
    registers,
    signsInAgain,
  };
};
