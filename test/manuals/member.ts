import type { Page } from "playwright-core";
import type { TestBrowser } from "../browser.ts";
import { press } from "../journeys/new-browser/steps.ts";
import { storiesOf } from "../recovery/stories.ts";
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

/** 「本人確認」: all that stands on 資格確認書, and the birth date. */
export const typesCard = async ({ world, whose, page }: Seen) => {
  const { email: _, ...card } = await storiesOf(() => world).claimOf(whose);
  for (const [name, value] of Object.entries(card)) await page.fill(`#${name}`, value);
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

export const signsIn = async ({ page, ...seen }: Seen, password: string) => {
  await page.goto(at(seen, "/sign-in"));
  await page.fill("#userId", seen.whose.userId);
  await page.fill("#password", password);
  await press(page, "ログイン");
};
