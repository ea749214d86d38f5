import { sql } from "../../src/platform/database/sql.ts";
import type { Authenticator, Forgery } from "../authenticators/passkey.ts";
import { form } from "../html-form.ts";
import type { Answer, Fields, Visitor } from "../http-client.ts";
import type { Registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

// What the stories of 「パスキーでログイン」 have in common.

export const action = "/sign-in/passkey";

/** What the page asks of a browser, as its script reads it. */
export const questionOn = ({ body }: Answer): string => {
  const [, options = ""] = /data-options="([^"]*)"/.exec(body) ?? [];
  return options.replaceAll("&quot;", '"');
};

/** Opens the sign-in page, and the device answers what it asks. @returns the fields that are sent */
export const answers = async (
  browser: Visitor,
  phone: Pick<Authenticator, "get">,
  forgery: Forgery = {},
): Promise<Fields> => {
  const page = await browser.get("/sign-in");
  const { fields } = form(page.body, action);
  return { ...fields, response: phone.get(questionOn(page), forgery) };
};

/** 「パスキーでログイン」 */
export const signsInBy = async (
  browser: Visitor,
  phone: Pick<Authenticator, "get">,
  forgery: Forgery = {},
): Promise<Answer> => browser.post(action, await answers(browser, phone, forgery));

/** The same, and the page that comes of it. */
export const triesBy = async (
  browser: Visitor,
  phone: Pick<Authenticator, "get">,
  forgery: Forgery = {},
): Promise<Answer> => {
  await signsInBy(browser, phone, forgery);
  return browser.follow();
};

export const isHome = ({ path, body }: Answer): boolean =>
  path === "/" && body.includes("鈴木　花子");
export const isRefused = ({ body }: Answer): boolean =>
  body.includes("パスキーでログインできませんでした。") && body.includes('id="summary-title"');

/** お問い合わせ番号 of the page. */
export const numberOn = ({ body }: Answer): string =>
  /<b class="num nowrap">([^<]*)<\/b>/.exec(body)?.[1] ?? "";

type Refusal = {
  readonly reason: string;
  readonly isKnown: boolean;
  /** Reasons of the audit facts of the same try. */
  readonly facts: readonly string[];
};

export const storiesOf = (world: () => World) => {
  /** What staff find under the number of a refusal. */
  const behind = async (page: Answer, code: string): Promise<Refusal> => {
    const reference = numberOn(page);
    const [row] = await world().app.directory<{ reason: string; isKnown: boolean }>(sql`
      select reason, target_id is not null as "isKnown" from failed_try
       where reference = ${reference}`);
    const facts = await world().app.inSociety(world().society(code).id, (tx) =>
      tx.query<{ reason: string }>(sql`
        select details ->> 'reason' as reason from audit_fact
         where society_id = ${tx.society} and request_id = ${reference}
           and action = 'passkey.refused'`),
    );
    if (!row) throw new Error(`nothing is known of ${reference}`);
    return { ...row, facts: facts.map(({ reason }) => reason) };
  };

  const sessionsOf = (whose: Registered) =>
    world().app.inSociety(world().society(whose.code).id, (tx) =>
      tx.query<{ amr: string[] }>(sql`
        select amr from session where society_id = ${tx.society}
          and account_id = ${whose.accountId} and ended_at is null order by id`),
    );

  /** As it is stored. */
  const passkeyOf = async (whose: Registered) => {
    const rows = await world().app.inSociety(world().society(whose.code).id, (tx) =>
      tx.query<{ counter: number; isSynced: boolean; usedAt: string | null }>(sql`
        select p.counter, p.is_synced as "isSynced", f.used_at as "usedAt" from passkey p
          join factor f on f.society_id = p.society_id and f.id = p.factor_id
         where p.society_id = ${tx.society} and f.account_id = ${whose.accountId}`),
    );
    return rows[0];
  };

  const inSociety = (whose: Registered, change: (society: string) => ReturnType<typeof sql>) =>
    world().app.inSociety(world().society(whose.code).id, async (tx) =>
      tx.write(change(tx.society)),
    );

  return { behind, sessionsOf, passkeyOf, inSociety };
};
