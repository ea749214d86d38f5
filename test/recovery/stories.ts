import { kanaKey } from "../../src/kernel/kana.ts";
import { sql } from "../../src/platform/database/sql.ts";
import type { Message } from "../../src/platform/smtp/types.ts";
import { unescapeHtml } from "../html-form.ts";
import type { Visitor } from "../http-client.ts";
import { type Registered, registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

/** What the stories of 「IDを忘れた方」「パスワードを忘れた方」 have in common. */

export const allSocieties = ["hikari", "minato", "kaede", "asahi", "sakura"] as const;

export type Claimed = {
  readonly insurerNumber: string;
  readonly symbol: string;
  readonly memberNumber: string;
  readonly nameKana: string;
  readonly birthDate: string;
  readonly email: string;
};

/** Where the button of a mail leads, on its host. */
export const linkIn = ({ text }: Message): string =>
  new URL(/https?:\S+\/recover\/\S+/.exec(text)?.[0] ?? "", "http://nowhere").pathname;

export const codeIn = ({ text }: Message): string => /^\d{6}$/m.exec(text)?.[0] ?? "";

export const otherThan = (code: string): string =>
  String((Number(code) + 1) % 10 ** 6).padStart(6, "0");

/** As the page says it, without its tags. */
export const wordsOf = ({ body }: { readonly body: string }): string =>
  unescapeHtml(body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "));

export type RequestRow = {
  readonly id: string;
  readonly kind: string;
  readonly reference: string;
  readonly reason: string;
  readonly outcome: string | null;
  readonly wrong: number;
  readonly told: boolean;
};

export const storiesOf = (world: () => World) => {
  /** What is printed on the person's 資格確認書, and the address that they registered. */
  const claimOf = async ({ code, person, email }: Registered): Promise<Claimed> => {
    const { id, insurerNumber } = world().society(code);
    const row = await world().app.inSociety(id, (tx) =>
      tx.one<{ symbol: string; memberNumber: string }>(sql`
        select symbol, member_number as "memberNumber" from member
         where society_id = ${tx.society} and id = ${person.id}`),
    );
    return {
      ...{ insurerNumber, symbol: row?.symbol ?? "", memberNumber: row?.memberNumber ?? "" },
      nameKana: person.nameKana,
      birthDate: person.bornOn.replaceAll("-", ""),
      email: email ?? "nobody@example.jp",
    };
  };

  /** The answer to the form itself: it leads on. */
  const asksForId = async (browser: Visitor, claim: Claimed) => {
    // Of two askings the clock says which was first.
    world().clock.advance({ seconds: 1 });
    await browser.get("/forgot-id/identity");
    return browser.submit({ ...claim }, { action: "/forgot-id/identity" });
  };

  const asksForPassword = async (browser: Visitor, userId: string, email: string) => {
    world().clock.advance({ seconds: 1 });
    await browser.get("/forgot-password");
    return browser.submit({ userId, email }, { action: "/forgot-password" });
  };

  /** To the page that waits for the mail. */
  const forgetsId = async (browser: Visitor, claim: Claimed) => {
    await asksForId(browser, claim);
    return browser.follow();
  };

  const forgetsPassword = async (browser: Visitor, userId: string, email: string) => {
    await asksForPassword(browser, userId, email);
    return browser.follow();
  };

  const types = async (browser: Visitor, code: string) => {
    await browser.submit({ code }, { action: "/sent" });
    return browser.follow();
  };

  const presses = async (browser: Visitor, link: string) => {
    await browser.get(link);
    await browser.submit({}, { action: link });
    return browser.follow();
  };

  const mailsTo = ({ email }: Pick<Registered, "email">) => world().mailsTo(email ?? "");
  const newestTo = async (whose: Pick<Registered, "email">): Promise<Message> => {
    const newest = (await mailsTo(whose)).at(-1);
    if (!newest) throw new Error("no mail came");
    return newest;
  };

  /** All askings, the oldest first: as staff find them. */
  const requests = (): Promise<RequestRow[]> =>
    world().app.directory<RequestRow>(sql`
      select id, kind, reference, reason, outcome, wrong, told_at is not null as told
        from recovery_request order by at, id`);

  const newestRequest = async (): Promise<RequestRow> => {
    const newest = (await requests()).at(-1);
    if (!newest) throw new Error("nobody asked");
    return newest;
  };

  type FactRow = { readonly action: string; readonly actorKind: string; readonly details: object };

  /** What is on record of this member under an action. */
  const factsOf = ({ code, person }: Registered, action: string): Promise<FactRow[]> =>
    world().app.inSociety(world().society(code).id, (tx) =>
      tx.query<FactRow>(sql`
        select action, actor_kind as "actorKind", details from audit_fact
         where society_id = ${tx.society} and member_id = ${person.id} and action = ${action}
         order by id`),
    );

  const member = (code: string, own: Parameters<typeof registered>[2] = {}) =>
    registered(world(), code, own);

  /** Changes a column of the account, as staff or time would. */
  const change = (
    { code, accountId }: Registered,
    own: { readonly lockedAt?: string; readonly awaitsLetter?: string; readonly email?: string },
  ) =>
    world().app.inSociety(world().society(code).id, async (tx) => {
      const { lockedAt = null, awaitsLetter = null, email = null } = own;
      tx.write(sql`
        update account set locked_at = coalesce(${lockedAt}, locked_at),
            awaits_letter = coalesce(${awaitsLetter}, awaits_letter),
            email = coalesce(${email}, email)
         where society_id = ${tx.society} and id = ${accountId}`);
    });

  const giveSecondAddress = ({ code, accountId }: Registered, email: string) =>
    world().app.inSociety(world().society(code).id, async (tx) => {
      tx.write(sql`
        update account set second_email = ${email}, second_email_confirmed_at = registered_at
         where society_id = ${tx.society} and id = ${accountId}`);
    });

  /** As an import writes a name. */
  const rename = ({ code, person }: Registered, nameKana: string) =>
    world().app.inSociety(world().society(code).id, async (tx) => {
      tx.write(sql`
        update member set name_kana = ${nameKana}, kana_key = ${kanaKey(nameKana)}
         where society_id = ${tx.society} and id = ${person.id}`);
    });

  return {
    rename,
    ...{ asksForId, asksForPassword, giveSecondAddress },
    ...{ claimOf, forgetsId, forgetsPassword, types, presses, mailsTo, newestTo },
    ...{ requests, newestRequest, member, change, factsOf },
  };
};
