import type { Page } from "playwright-core";
import type { Message } from "../../../src/platform/smtp/types.ts";
import { buttonIn, codeIn } from "../new-stories.ts";
import { chosenPassword } from "../stories.ts";
import type { Story } from "./stage.ts";
import type { StepName } from "./words.ts";

// The new first sign-in as people click through it.

/** Presses, and waits for the page that comes. */
export const press = async (page: Page, name: string) => {
  const button = page.getByRole("button", { name, exact: true });
  await Promise.all([page.waitForEvent("load"), button.click()]);
};

export const follow = async (page: Page, name: string) => {
  const link = page.getByRole("link", { name, exact: true });
  await Promise.all([page.waitForEvent("load"), link.click()]);
};

export const refused = (page: Page) => page.locator("#summary-title").waitFor();

const whereItIs = async (page: Page, step: StepName): Promise<never> => {
  const said = await page.locator("main").innerText();
  throw new Error(`${step} did not come, but ${page.url()}:\n${said.slice(0, 600)}`);
};

/** The page of a step is there, under its address and its name. */
export const arrives = async ({ page, say }: Story, step: StepName) => {
  const address = new RegExp(`/first-sign-in/${step}$`);
  await page.waitForURL(address).catch(() => whereItIs(page, step));
  await page.getByRole("heading", { level: 1, name: say.titles[step], exact: true }).waitFor();
};

export const isHome = ({ page, holder }: Story) =>
  page.getByRole("heading", { level: 1, name: holder.name }).waitFor();

export const signsIn = async (
  { page, say, at }: Story,
  { userId, password }: { readonly userId: string; readonly password: string },
) => {
  await page.goto(at("/sign-in"));
  await page.fill("#userId", userId);
  await page.fill("#password", password);
  await press(page, say.signIn);
};

export const begins = async (story: Story) => {
  await signsIn(story, story.holder);
  await arrives(story, "identity");
};

export const proves = async (story: Story, typed = story.holder.bornOn.replaceAll("-", "")) => {
  await story.page.fill("#birthDate", typed);
  await press(story.page, story.say.prove);
};

export const reachesAddress = async (story: Story) => {
  await begins(story);
  await proves(story);
  await arrives(story, "terms");
  await press(story.page, story.say.agree);
  await arrives(story, "address");
};

export const givesAddress = async ({ page, say }: Story, email: string) => {
  await page.fill("#email", email);
  await press(page, say.sendMail);
};

export const reachesCheck = async (story: Story, email: string) => {
  await reachesAddress(story);
  await givesAddress(story, email);
  await arrives(story, "address-check");
};

export const newestMail = async ({ world }: Story, address: string): Promise<Message> => {
  const mail = (await world.mailsTo(address)).at(-1);
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
};

export const typesCode = async ({ page, say }: Story, code: string) => {
  await page.fill("#code", code);
  await press(page, say.check);
};

export const typesCodeOf = async (story: Story, address: string) =>
  typesCode(story, codeIn(await newestMail(story, address)));

export const reachesUserId = async (story: Story, email: string) => {
  await reachesCheck(story, email);
  await typesCodeOf(story, email);
  await arrives(story, "user-id");
};

/** 「認証方法」: the mailbox, whose mail was received on the way here. */
export const choosesMail = async (story: Story) => {
  await arrives(story, "method");
  await story.page.check('input[name="method"][value="mail-otp"]');
  await press(story.page, story.say.nextMethod);
};

/** The code that is asked for beside a password. */
export const passesSecondFactor = async (story: Story, address: string) => {
  await story.page.fill("#mailCode", codeIn(await newestMail(story, address)));
  await press(story.page, story.say.check);
};

export const reachesPassword = async (story: Story, email: string) => {
  await reachesUserId(story, email);
  await press(story.page, story.say.next);
  await choosesMail(story);
  await arrives(story, "password");
};

export const typesPassword = async ({ page }: Story, again = chosenPassword) => {
  await page.fill("#password", chosenPassword);
  await page.fill("#passwordAgain", again);
};

export const finishes = async (story: Story) => {
  await typesPassword(story);
  await press(story.page, story.say.run);
  await isHome(story);
};

/** The page behind the mail's button, on whatever device. */
export const opensButton = async ({ at }: Story, device: Page, mail: Message) => {
  await device.goto(at(buttonIn(mail)));
};
