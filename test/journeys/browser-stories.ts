import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { axe, noSidewaysScroll, noTroubles, picture } from "../browser.ts";
import type { World } from "../world/world.ts";

/** What the stories in a real browser have in common: a file comes in, letters go out, pages are looked at. */

const membersFile = (code: string) =>
  fileURLToPath(new URL(`../samples/members/${code}.csv`, import.meta.url));

/** From the society's members file to the issued list: `FOLDER/CODE.csv`. */
export const issuesLetters = async (world: World, folder: string, code: string) => {
  await world.command("members import", { society: code }, [membersFile(code)]);
  await world.command("credentials issue", { society: code, csv: join(folder, `${code}.csv`) });
};

export type IssuedLetter = {
  readonly name: string;
  readonly userId: string;
  readonly password: string;
};

/** The lines of the issued list, in the order of 記号・番号. */
export const issuedLetters = (folder: string, code: string): readonly IssuedLetter[] =>
  readFileSync(join(folder, `${code}.csv`), "utf8")
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => {
      const cells = line.split(",").map((cell) => cell.slice(1, -1));
      const [, , , name = "", userId = "", password = ""] = cells;
      return { name, userId, password };
    });

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
