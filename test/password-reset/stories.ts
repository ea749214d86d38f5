import { formsIn } from "../html-form.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { signsIn } from "../journeys/stories.ts";
import { linkIn, storiesOf as recoveryOf } from "../recovery/stories.ts";
import { storiesOf as factorsOf } from "../second-factor/stories.ts";
import type { Registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

// What the stories of a new password have in common.

export const newPassword = "kawa-to-mori-2027";

export const at = {
  verify: "/reset-password/verify",
  identity: "/reset-password/identity",
  method: "/reset-password/method",
  password: "/reset-password/password",
  completed: "/reset-password/completed",
  ended: "/reset-password/ended",
};

/** The provisional password of a mail, as it is printed there. */
export const provisionalIn = ({ text }: { readonly text: string }): string =>
  /^[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}$/m.exec(text)?.[0] ?? "";

export const storiesOf = (world: () => World) => {
  const recovery = recoveryOf(world);
  const factors = factorsOf(world);
  const { forgetsPassword, newestTo, presses } = recovery;

  /** Asks for a mail, and waits for it. */
  const asks = async (whose: Registered) => {
    await forgetsPassword(world().browser(whose.code), whose.userId, whose.email ?? "");
    return newestTo(whose);
  };

  /** Asks, and reads the provisional password in the newest mail that has one. */
  const isSent = async (whose: Registered): Promise<string> => {
    await asks(whose);
    const secrets = (await recovery.mailsTo(whose)).map(provisionalIn);
    return secrets.findLast((secret) => secret !== "") ?? "";
  };

  const entersProvisional = async (
    whose: Registered,
    typed: string,
    browser = world().browser(whose.code),
  ) => {
    await signsIn(browser, whose.userId, typed);
    return { browser, answer: await browser.follow() };
  };

  /** By the way of the society: its mail's button, or the provisional password in it. */
  const begins = async (whose: Registered, browser = world().browser(whose.code)) => {
    const { forgottenPassword } = world().society(whose.code).policy.recovery;
    if (forgottenPassword === "provisional-by-mail")
      return entersProvisional(whose, await isSent(whose), browser);
    return { browser, answer: await presses(browser, linkIn(await asks(whose))) };
  };

  const chooses = async (browser: Visitor, own: Record<string, string> = {}): Promise<Answer> => {
    await browser.get(at.password);
    const typed = { password: newPassword, passwordAgain: newPassword, ...own };
    await browser.submit(typed, { action: at.password });
    return browser.follow();
  };

  /** The form without the tick. */
  const choosesToStay = async (browser: Visitor): Promise<Answer> => {
    await browser.get(at.password);
    const { signsOutEverywhere: _, ...fields } = browser.form(at.password).fields;
    await browser.post(at.password, {
      ...fields,
      password: newPassword,
      passwordAgain: newPassword,
    });
    return browser.follow();
  };

  const types = async (browser: Visitor, typed: Record<string, string>): Promise<Answer> => {
    await browser.get(at.verify);
    const [name = ""] = Object.keys(typed);
    await browser.submit(typed, { action: at.verify, holding: name });
    return browser.follow();
  };

  /** The fields of 本人確認, as they are on file unless the story says otherwise. */
  const proves = async (
    browser: Visitor,
    whose: Registered,
    own: Record<string, string> = {},
  ): Promise<Answer> => {
    const { email: _, ...claim } = await recovery.claimOf(whose);
    await browser.get(at.identity);
    await browser.submit({ ...claim, ...own }, { action: at.identity, holding: "nameKana" });
    return browser.follow();
  };

  /** A form that is one button, such as 「認証方法を登録し直す」. */
  const pressesIn = async (browser: Visitor, path: string, name: string): Promise<Answer> => {
    await browser.get(path);
    const chosen = formsIn(browser.page().body).find(({ fields }) => fields[name] !== undefined);
    if (!chosen) throw new Error(`no button ${name}`);
    await browser.post(path, chosen.fields);
    return browser.follow();
  };

  return {
    ...recovery,
    ...factors,
    ...{ asks, isSent, entersProvisional, begins, chooses, choosesToStay, types, proves },
    pressesIn,
  };
};
