import type { Page } from "playwright-core";
import { codeOf, keyOnPage } from "../../authenticators/totp.ts";
import type { World } from "../../world/world.ts";
import { looksRight } from "../browser-stories.ts";
import { press } from "../new-browser/steps.ts";
import { type FactorWords, words } from "./words.ts";

// Second factors as people click through them.

export type Visit = {
  readonly world: World;
  readonly page: Page;
  readonly code: string;
  readonly say: FactorWords;
  /** For the pictures. */
  readonly name: string;
};

export const visit = (
  world: World,
  page: Page,
  about: { readonly code: string; readonly lang: "ja" | "en"; readonly name: string },
): Visit => ({ world, page, code: about.code, say: words[about.lang], name: about.name });

export const looks = ({ page, name }: Visit, what: string) =>
  looksRight(page, `factors-${name}-${what}`);

export const heading = ({ page }: Visit, name: string) =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

export const atHome = ({ page }: Visit, name: string) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

export const entersPassword = async (
  { world, page, code, say }: Visit,
  { userId, password }: { readonly userId: string; readonly password: string },
) => {
  await page.goto(`http://${world.hostOf(code)}/sign-in`);
  await page.fill("#userId", userId);
  await page.fill("#password", password);
  await press(page, say.signIn);
};

export const signsOut = async ({ page, say }: Visit) => {
  const button = page.getByRole("button", { name: say.signOut }).locator("visible=true");
  if ((await button.count()) === 0) await page.locator("summary").first().click();
  await Promise.all([page.waitForEvent("load"), button.first().click()]);
  await page.getByRole("heading", { level: 1, name: say.signIn }).waitFor();
};

export const opensProfile = async ({ world, page, code, say }: Visit) => {
  await page.goto(`http://${world.hostOf(code)}/profile`);
  await page.getByRole("heading", { level: 1, name: say.profile }).waitFor();
};

/** The pulldown of the profile. */
export const choosesInProfile = async (visit: Visit, method: string) => {
  await opensProfile(visit);
  await visit.page.selectOption("#method", method);
  const change = visit.page.locator('form[action="/profile/method"] button');
  await Promise.all([visit.page.waitForEvent("load"), change.click()]);
};

/** The choice on a page of its own. */
export const choosesMethod = async ({ page, say }: Visit, method: string) => {
  await page.check(`input[name="method"][value="${method}"]`);
  await press(page, say.next);
};

export const keepsCodes = async (visit: Visit): Promise<readonly string[]> => {
  await heading(visit, visit.say.codes);
  const codes = await visit.page.locator("ol.codes li").allInnerTexts();
  await press(visit.page, visit.say.kept);
  return codes;
};

/** The key that an app is told by the page. */
export const scans = async ({ page }: Visit): Promise<string> => keyOnPage(await page.content());

/** The digits that an app with this key shows now. */
export const typesCode = async ({ page, world }: Visit, key: string, button: string) => {
  await page.fill("#totpCode", codeOf(key, world.clock.now()));
  await press(page, button);
};
