import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { PlainDate } from "../../src/kernel/time.ts";
import { sql } from "../../src/platform/database/sql.ts";
import { axe, noSidewaysScroll, noTroubles, picture } from "../browser.ts";
import { coverOn, lettersOn, pagesOf } from "../issuing/pdf.ts";
import type { World } from "../world/world.ts";

/** What the stories in a real browser have in common: a file comes in, letters go out, pages are looked at. */

const membersFile = (code: string) =>
  fileURLToPath(new URL(`../samples/members/${code}.csv`, import.meta.url));

/** From the society's members file to the letters on paper: `FOLDER/CODE.pdf`. */
export const issuesLetters = async (world: World, folder: string, code: string) => {
  await world.command("members import", { society: code }, [membersFile(code)]);
  await world.command("credentials issue", { society: code, pdf: join(folder, `${code}.pdf`) });
};

/** What a letter says to its reader. */
export type IssuedLetter = {
  readonly name: string;
  readonly userId: string;
  readonly password: string;
};

/** A letter, and what its holder knows by heart. */
export type Holder = IssuedLetter & {
  readonly memberId: string;
  readonly bornOn: PlainDate;
  /** メールアドレス of the members file. */
  readonly email: string | null;
};

type Row = Omit<Holder, "password" | "name">;

const issuedLetters = async (folder: string, code: string): Promise<readonly IssuedLetter[]> => {
  const pages = (await pagesOf(join(folder, `${code}.pdf`))).filter((page) => !coverOn(page));
  const names = pages.flatMap((page) => /^(.+?)[\s\u3000]*様\s*$/m.exec(page)?.[1] ?? []);
  const letters = lettersOn(pages);
  assert.equal(names.length, letters.length, "each letter says whose it is");
  return letters.map(({ issuedId, password }, i) => ({
    name: names[i] ?? "",
    userId: issuedId,
    password: password.replaceAll("-", " "),
  }));
};

/** The letters as their holders read them, in the order in which they lie. */
export const holdersOf = async (world: World, folder: string, code: string): Promise<Holder[]> => {
  const { id } = world.society(code);
  const [rows] = await world.app.read(id, [
    sql`select c.issued_id as "userId", m.id as "memberId", m.born_on as "bornOn", m.email
          from provisional_credential c
          join member m on m.society_id = c.society_id and m.id = c.member_id
         where c.society_id = ${id} and c.state = 'active'`,
  ]);
  const byId = new Map((rows as Row[]).map((row) => [row.userId, row]));
  return (await issuedLetters(folder, code)).map((letter) => {
    const row = byId.get(letter.userId);
    if (!row) throw new Error("a letter without a member");
    return { ...letter, ...row };
  });
};

/** No complaints, axe content, a picture to look at, nothing sticks out at 320 px. */
export const looksRight = async (page: Page, name: string) => {
  noTroubles(page);
  await axe(page);
  await picture(page, name);
  await noSidewaysScroll(page);
};

/** The button is in the menu on a phone, at the top on a desk. */
export const pressSignOut = async (page: Page, label: string, isPhone: boolean) => {
  if (isPhone) await page.locator("summary").first().click();
  await page.getByRole("button", { name: label }).locator("visible=true").first().click();
};
