import { sql } from "../../src/platform/database/sql.ts";
import { formsIn } from "../html-form.ts";
import type { Answer, Visitor } from "../http-client.ts";
import { signsIn, titleOf } from "../journeys/stories.ts";
import { type Registered, registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

// What the stories of a second factor have in common.

export type Count = { readonly wrong: number; readonly lockedUntil: string | null };
type SessionRow = { readonly id: string; readonly amr: readonly string[] };

/** Where a sign-in waits for the second factor. */
export const verifying = "/second-factor/verify";

/** Whether a page is the question for a second factor. */
export const isAsked = ({ path, status }: Answer): boolean => status === 200 && path === verifying;

export const isHome = ({ path, body }: Answer): boolean =>
  path === "/" && body.includes("鈴木　花子");

export const endTitle = {
  locked: "ログインを一時的に止めています",
  lockedByStaff: "ログインできません",
  again: "もう一度ログインしてください",
};

/** The page that an attempt ended with. */
export const hasEnded = (answer: Answer, title: string): boolean =>
  answer.path === "/second-factor/ended" && titleOf(answer).includes(title);

export const storiesOf = (world: () => World) => {
  const rows = <Row>(whose: Registered, statement: (society: string) => ReturnType<typeof sql>) => {
    const { id } = world().society(whose.code);
    return world().app.inSociety(id, (tx) => tx.query<Row>(statement(tx.society)));
  };

  /** With the password, at the page that comes after it. */
  const entersPassword = async (whose: Registered, browser = world().browser(whose.code)) => {
    await signsIn(browser, whose.userId, whose.password);
    const answer = await browser.follow();
    return { browser, answer };
  };

  /** A code into the question; without a device, into the one that is preselected. */
  const types = async (browser: Visitor, typed: Record<string, string>): Promise<Answer> => {
    await browser.get(verifying);
    const [name = ""] = Object.keys(typed);
    await browser.submit(typed, { action: verifying, holding: name });
    return browser.follow();
  };

  /** 「別の方法で認証する」 */
  const choosesOther = async (browser: Visitor, method: string): Promise<Answer> => {
    await browser.get(verifying);
    const chosen = formsIn(browser.page().body).find(({ fields }) => fields.other === method);
    if (!chosen) throw new Error(`the page does not offer ${method}`);
    await browser.post(verifying, chosen.fields);
    return browser.follow();
  };

  /** 「あとで」 at the recovery codes. */
  const writesCodesLater = async (browser: Visitor): Promise<Answer> => {
    await browser.submit({}, { action: "/second-factor/recovery-codes", holding: "later" });
    return browser.follow();
  };

  const countOf = async (whose: Registered): Promise<Count> => {
    const [count] = await rows<Count>(
      whose,
      (society) => sql`
        select factor_wrong as wrong, factor_locked_until as "lockedUntil" from account
         where society_id = ${society} and id = ${whose.accountId}`,
    );
    if (!count) throw new Error("no such account");
    return count;
  };

  /** Sessions of an account that have not ended, the oldest first. */
  const sessionsOf = (whose: Registered) =>
    rows<SessionRow>(
      whose,
      (society) => sql`
        select id, amr from session
         where society_id = ${society} and account_id = ${whose.accountId} and ended_at is null
         order by id`,
    );

  /** How often something is on record of an account. */
  const factsOf = async (whose: Registered, action: string): Promise<number> => {
    const found = await rows<{ id: string }>(
      whose,
      (society) => sql`
        select id from audit_fact
         where society_id = ${society} and action = ${action} and subject_id = ${whose.accountId}`,
    );
    return found.length;
  };

  return {
    rows,
    entersPassword,
    types,
    choosesOther,
    writesCodesLater,
    countOf,
    sessionsOf,
    factsOf,
    member: (code: string, own: Parameters<typeof registered>[2] = {}) =>
      registered(world(), code, own),
  };
};
