import type { Page } from "playwright-core";
import { sql } from "../../src/platform/database/sql.ts";
import type { TestBrowser } from "../browser.ts";
import { press } from "../journeys/new-browser/steps.ts";
import type { Registered } from "../world/factors.ts";
import type { World } from "../world/world.ts";

/** Somebody registered before a browser. */
export type Seen = {
  readonly world: World;
  readonly browser: TestBrowser;
  readonly whose: Registered;
  readonly page: Page;
  /** For pictures. */
  readonly name: string;
};

export const at = ({ world, whose }: Pick<Seen, "world" | "whose">, path: string): string =>
  `http://${world.hostOf(whose.code)}${path}`;

/** 資格確認書: what a member reads from it. */
export const cardOf = async (world: World, { code, person }: Registered) => {
  const society = world.society(code);
  const [row] = await world.app.inSociety(society.id, (tx) =>
    tx.query<{ symbol: string; number: string }>(sql`
      select symbol, member_number as number from member
       where society_id = ${tx.society} and id = ${person.id}`),
  );
  if (!row) throw new Error("no such member");
  return { ...row, insurerNumber: society.insurerNumber };
};

/** 「本人確認」: all that stands on the card, and the birth date. */
export const typesCard = async ({ world, whose, page }: Seen) => {
  const { insurerNumber, symbol, number } = await cardOf(world, whose);
  await page.fill("#insurerNumber", insurerNumber);
  await page.fill("#symbol", symbol);
  await page.fill("#memberNumber", number);
  await page.fill("#nameKana", whose.person.nameKana);
  await page.fill("#birthDate", whose.person.bornOn.replaceAll("-", ""));
};

/** The newest mail of a subject. */
export const mailOf = async ({ world, whose }: Seen, subject: RegExp) => {
  const mails = await world.mailsTo(whose.email ?? "");
  const mail = mails.findLast((one) => subject.test(one.subject));
  if (!mail) throw new Error(`no mail of ${subject}: ${mails.map((one) => one.subject).join()}`);
  return mail;
};

export const linkIn = ({ text }: { readonly text: string }): string => {
  const link = /https?:\/\/\S+\/[\w-]{30,}/.exec(text)?.[0];
  if (!link) throw new Error(`no link in ${text}`);
  return link;
};

/** 仮パスワード as the mail has it, on a line of its own. */
export const provisionalIn = ({ text }: { readonly text: string }): string => {
  const secret = /仮パスワード:\s*\n(\S+)/.exec(text)?.[1];
  if (!secret) throw new Error(`no provisional password in ${text}`);
  return secret;
};

export const signsIn = async ({ page, ...seen }: Seen, password: string) => {
  await page.goto(at(seen, "/sign-in"));
  await page.fill("#userId", seen.whose.userId);
  await page.fill("#password", password);
  await press(page, "ログイン");
};
