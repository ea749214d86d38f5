import { sql } from "../../src/platform/database/sql.ts";
import type { Authenticator } from "../authenticators/passkey.ts";
import { codeOf, keyOnPage } from "../authenticators/totp.ts";
import { form, formsIn } from "../html-form.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { signsIn } from "../journeys/stories.ts";
import { questionOn } from "../passkey-sign-in/stories.ts";
import { type Device, type Registered, registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

// What the stories of the profile have in common: somebody signs in, looks, and is asked again.

export type FactorRow = { readonly id: string; readonly method: string; readonly name: string };

export const isAskedAgain = ({ path }: Answer): boolean => path === "/step-up/password";

/** The status note of the page; null: it has none. */
export const noteOn = ({ body }: Answer): string | null =>
  /role="status">.*?<b class="note__title">([^<]*)<\/b>/s.exec(body)?.[1] ?? null;

/** A form of the page that holds this field, sent as it is. */
export const sends = async (
  browser: Visitor,
  holding: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const { path, body } = browser.page();
  const found = formsIn(body).find(({ isMain, names }) => isMain && names.includes(holding));
  if (!found) throw new Error(`no form with ${holding} at ${path}`);
  await browser.post(found.action, { ...found.fields, ...typed });
  return browser.follow();
};

/** 「別の方法」 of a page. */
export const choosesOther = async (browser: Visitor, method: string): Promise<Answer> => {
  const { body } = browser.page();
  const found = formsIn(body).find(({ fields }) => fields.other === method);
  if (!found) throw new Error(`the page does not offer ${method}`);
  await browser.post(found.action, found.fields);
  return browser.follow();
};

export const storiesOf = (world: () => World) => {
  const rows = <Row>({ code }: Registered, statement: (s: string) => ReturnType<typeof sql>) =>
    world().app.inSociety(world().society(code).id, (tx) => tx.query<Row>(statement(tx.society)));

  /** Signs in with the password alone, or with the code of a device after it. */
  const entered = async (whose: Registered, phone?: Device): Promise<Visitor> => {
    const browser = world().browser(whose.code);
    await signsIn(browser, whose.userId, whose.password);
    await browser.follow();
    if (phone) await sends(browser, "totpCode", { totpCode: phone.code() });
    if (browser.page().path !== "/") throw new Error(`stands at ${browser.page().path}`);
    return browser;
  };

  /** Of the page that asks again. */
  const typesPassword = (browser: Visitor, password: string): Promise<Answer> =>
    sends(browser, "password", { password });

  /** Enrols the app of a phone from the page that shows its key. @returns the key */
  const enrolsApp = async (browser: Visitor, name = "新しいスマートフォン"): Promise<string> => {
    const key = keyOnPage(browser.page().body);
    const code = codeOf(key, world().clock.now());
    await sends(browser, "totpCode", { totpCode: code, totpName: name });
    return key;
  };

  const enrolsPasskey = (browser: Visitor, phone: Authenticator): Promise<Answer> =>
    sends(browser, "response", { response: phone.create(questionOn(browser.page())) });

  /** 「控えました」 */
  const keepsCodes = async (browser: Visitor): Promise<Answer> => {
    const own = formsIn(browser.page().body).filter(
      ({ isMain, names }) => isMain && !names.includes("later"),
    );
    const [first] = own;
    if (!first) throw new Error(`no codes at ${browser.page().path}`);
    await browser.post(first.action, first.fields);
    return browser.follow();
  };

  const factorsOf = (whose: Registered) =>
    rows<FactorRow>(
      whose,
      (society) => sql`
      select id, method, name from factor
       where society_id = ${society} and account_id = ${whose.accountId} order by added_at, id`,
    );

  const activeOf = async (whose: Registered): Promise<string | null> => {
    const [row] = await rows<{ method: string | null }>(
      whose,
      (society) => sql`
      select factor_method as method from account
       where society_id = ${society} and id = ${whose.accountId}`,
    );
    return row?.method ?? null;
  };

  const wrongOf = async (whose: Registered): Promise<number> => {
    const [row] = await rows<{ wrong: number }>(
      whose,
      (society) => sql`
      select factor_wrong as wrong from account
       where society_id = ${society} and id = ${whose.accountId}`,
    );
    return row?.wrong ?? -1;
  };

  const sessionsOf = (whose: Registered) =>
    rows<{ id: string; amr: string[]; provedAt: string }>(
      whose,
      (society) => sql`
      select id, amr, proved_at as "provedAt" from session
       where society_id = ${society} and account_id = ${whose.accountId} and ended_at is null
       order by id`,
    );

  /** Actions on record, the oldest first. */
  const factsOf = async (whose: Registered): Promise<readonly string[]> => {
    const found = await rows<{ action: string }>(
      whose,
      (society) => sql`
      select action from audit_fact
       where society_id = ${society} and subject_id = ${whose.accountId} order by at, id`,
    );
    return found.map(({ action }) => action);
  };

  /** What the owner was told of their ways to sign in, the oldest first. */
  const toldTo = async ({ email }: Registered): Promise<readonly string[]> => {
    const mails = email === null ? [] : await world().mailsTo(email);
    return mails
      .filter(({ subject }) => subject.includes("ログインの方法"))
      .map(({ text }) => text);
  };

  /** Longer than what a society's dial takes for fresh. */
  const waits = () => world().clock.advance({ minutes: 11 });

  return {
    member: (code: string, own: Parameters<typeof registered>[2] = {}) =>
      registered(world(), code, own),
    entered,
    typesPassword,
    enrolsApp,
    enrolsPasskey,
    keepsCodes,
    factorsOf,
    activeOf,
    wrongOf,
    sessionsOf,
    factsOf,
    toldTo,
    waits,
    pulldown: (browser: Visitor) => form(browser.page().body, "/profile/method"),
  };
};
