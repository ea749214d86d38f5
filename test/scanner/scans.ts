import type { Page } from "playwright-core";
import type { Message } from "../../src/platform/smtp/types.ts";
import type { TestBrowser } from "../browser.ts";

/**
 * Mail filters open what a mail links to before its reader does, some in a real browser with
 * JavaScript, and look on from there. They press nothing: so nothing may be used up by looking.
 */

const linksOn = async (page: Page): Promise<readonly string[]> => {
  const found: unknown = await page.evaluate(
    "[...document.querySelectorAll('a[href], iframe[src]')].map((e) => e.href ?? e.src)",
  );
  return (found as string[]).filter((href) => href.startsWith("http"));
};

const opens = async (page: Page, href: string) => {
  await page.goto(href, { waitUntil: "networkidle" });
  return linksOn(page);
};

export type Scanner = {
  readonly browser: TestBrowser;
  /** `http://HOST/` of the entrance: a society's own site is somebody else's. */
  readonly origin: string;
};

/** Every link of the mail, both parts of it, and every link of the pages behind them. @returns pages */
export const scans = async (
  { browser, origin }: Scanner,
  mail: Pick<Message, "html" | "text">,
): Promise<readonly string[]> => {
  const page = await browser.page({ width: 1280 });
  await page.setContent(mail.html);
  const written = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([href]) => href);
  const ours = (hrefs: readonly string[]) => hrefs.filter((href) => href.startsWith(origin));
  const seen = new Set(ours([...(await linksOn(page)), ...written]));
  for (const href of [...seen])
    for (const next of ours(await opens(page, href))) {
      if (seen.has(next)) continue;
      seen.add(next);
      await page.goto(next);
    }
  await page.context().close();
  return [...seen];
};
