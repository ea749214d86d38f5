import { sql } from "../../src/platform/database/sql.ts";
import type { Message } from "../../src/platform/smtp/types.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { codeIn } from "../journeys/new-stories.ts";
import { storiesOf as profileStories, sends } from "../profile/stories.ts";
import type { Registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

// What the stories of addresses have in common.

export type AddressRow = {
  readonly email: string | null;
  readonly isConfirmed: boolean;
  readonly hasFailed: boolean;
  readonly second: string | null;
};

/** The path of a mail's button. */
export const buttonIn = ({ text }: Pick<Message, "text">, path: string): string => {
  const found = new RegExp(`https?://[^/\\s]+(/${path}/\\S+)`).exec(text)?.[1];
  if (!found) throw new Error(`no /${path}/ in ${text}`);
  return found;
};

export const hasButton = ({ text }: Pick<Message, "text">, path: string): boolean =>
  text.includes(`/${path}/`);

export const storiesOf = (world: () => World) => {
  const profile = profileStories(world);

  const newest = async (to: string, subject: string): Promise<Message> => {
    const found = (await world().mailsTo(to)).filter((mail) => mail.subject.includes(subject));
    const last = found.at(-1);
    if (!last) throw new Error(`no mail to ${to} of ${subject}`);
    return last;
  };

  /** 「変更する」 of the page of addresses, to where the address is typed. */
  const beginsMain = async (browser: Visitor): Promise<Answer> => {
    await browser.get("/profile/email");
    await browser.submit({}, { action: "/profile/email" });
    return browser.follow();
  };
  const beginsSecond = async (browser: Visitor): Promise<Answer> => {
    await browser.get("/profile/email");
    await browser.submit({}, { action: "/profile/second-address" });
    return browser.follow();
  };

  const typesAddress = (browser: Visitor, email: string): Promise<Answer> =>
    sends(browser, "email", { email });

  const typesCode = async (browser: Visitor, email: string): Promise<Answer> =>
    sends(browser, "code", { code: codeIn(await newest(email, "メールアドレスの確認")) });

  const changesMain = async (browser: Visitor, email: string): Promise<Answer> => {
    await beginsMain(browser);
    await typesAddress(browser, email);
    return typesCode(browser, email);
  };
  const setsSecond = async (browser: Visitor, email: string): Promise<Answer> => {
    await beginsSecond(browser);
    await typesAddress(browser, email);
    return typesCode(browser, email);
  };

  const addressesOf = async ({ code, accountId }: Registered): Promise<AddressRow> => {
    const [row] = await world().app.inSociety(world().society(code).id, (tx) =>
      tx.query<AddressRow>(sql`
        select email, email_confirmed_at is not null as "isConfirmed",
          email_failed_at is not null as "hasFailed", second_email as second
          from account where society_id = ${tx.society} and id = ${accountId}`),
    );
    if (!row) throw new Error("no such account");
    return row;
  };

  /** As the report of a mail server says. */
  const bounces = ({ code, accountId }: Registered): Promise<unknown> =>
    world().app.inSociety(world().society(code).id, (tx) =>
      tx.query(sql`
        update account set email_failed_at = ${world().clock.now()}, email_failure = '5.1.1'
         where society_id = ${tx.society} and id = ${accountId} returning id`),
    );

  /** Presses the button of the mail that undoes, in a browser of its own. */
  const undoes = async (code: string, mail: Message): Promise<Answer> => {
    const browser = world().browser(code);
    await browser.get(buttonIn(mail, "undo-address"));
    await browser.submit({});
    return browser.follow();
  };

  return {
    ...profile,
    newest,
    beginsMain,
    beginsSecond,
    typesAddress,
    typesCode,
    changesMain,
    setsSecond,
    addressesOf,
    bounces,
    undoes,
  };
};
