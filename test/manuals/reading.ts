import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { unescapeHtml } from "../html-form.ts";
import type { Answer } from "../http-client.ts";

/** What a person reads on a page, without its markup. */
export const readingOf = ({ body }: Pick<Answer, "body">): string =>
  unescapeHtml(body.replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[^>]*>/g, ""));

/** Every one of these words stands on the page. */
export const says = (page: Answer, ...words: readonly string[]): void => {
  const reading = readingOf(page);
  const missing = words.filter((one) => !reading.includes(one));
  assert.deepEqual(missing, [], `${page.status} ${page.path} does not say it`);
};

/** The same in a real browser: what is visible there. */
export const shows = async (page: Page, ...words: readonly string[]): Promise<void> => {
  const reading = await page.locator("body").innerText();
  const missing = words.filter((one) => !reading.includes(one));
  assert.deepEqual(missing, [], `${page.url()} does not say it:\n${reading.slice(0, 1500)}`);
};

/** Opens a question of 「よくある質問」, reads its answer, shuts it again. */
export const answers = async (page: Page, question: RegExp, words: readonly string[]) => {
  const summary = page.locator("summary", { hasText: question });
  const found = page.locator("main details").filter({ has: summary });
  assert.equal(await found.count(), 1, `one question of ${question}`);
  await found.locator("summary").click();
  const answer = await found.innerText();
  const missing = words.filter((one) => !answer.includes(one));
  assert.deepEqual(missing, [], `${question}:\n${answer}`);
  await found.locator("summary").click();
};
