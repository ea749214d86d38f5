import assert from "node:assert/strict";
import type { MailKind } from "../../src/mail/index.ts";
import type { Message } from "../../src/platform/smtp/types.ts";
import { storiesOf as addressStories } from "../addresses/stories.ts";
import type { Visitor } from "../http-client.ts";
import { newStoriesOf, pressesButton } from "../journeys/new-stories.ts";
import { storiesOf, titleOf } from "../journeys/stories.ts";
import { storiesOf as recoveryStories } from "../recovery/stories.ts";
import type { World } from "../world/world.ts";

/** A mail whose link does something, and what its reader does with it afterwards. */
export type Told = {
  readonly code: string;
  readonly mail: Message;
  /** Does not throw when the link is as good as unopened. @param link its path */
  readonly works: (link: string) => Promise<void>;
};

export type Story = (world: World) => Promise<Told>;

let addresses = 0;
const newAddress = () => {
  addresses += 1;
  return `scanned${addresses}@example.jp`;
};

const newest = async (world: World, address: string): Promise<Message> => {
  const mail = (await world.mailsTo(address)).at(-1);
  assert.ok(mail, `no mail to ${address}`);
  return mail;
};

const confirms = (phone: Visitor) => async (link: string) => {
  const done = await pressesButton(phone, link);
  assert.match(titleOf(done), /^メールアドレスを確認しました/);
};

const completion: Story = async (world) => {
  const email = newAddress();
  await storiesOf(() => world).registers("hikari", { email });
  const mail = await newest(world, email);
  return { code: "hikari", mail, works: confirms(world.browser("hikari")) };
};

const sentAgain: Story = async (world) => {
  const email = newAddress();
  const { browser } = await storiesOf(() => world).registers("hikari", { email });
  world.clock.advance({ seconds: 61 });
  await browser.get("/");
  await browser.submit({}, { action: "/confirm-address/resend" });
  const mail = await newest(world, email);
  return { code: "hikari", mail, works: confirms(world.browser("hikari")) };
};

const check: Story = async (world) => {
  const { browser, email } = await newStoriesOf(() => world).reachesCheck("sakura");
  const mail = await newest(world, email);
  const works = async (link: string) => {
    await confirms(world.browser("sakura"))(link);
    await browser.get("/first-sign-in/address-check");
    assert.match(titleOf(await browser.follow()), /^ユーザID/, "the page that waited goes on");
  };
  return { code: "sakura", mail, works };
};

const changing = async (world: World) => {
  const stories = addressStories(() => world);
  const whose = await stories.member("hikari");
  const browser = await stories.entered(whose);
  const email = newAddress();
  await stories.beginsMain(browser);
  await stories.typesAddress(browser, email);
  return { stories, whose, browser, email };
};

const newAddressCheck: Story = async (world) => {
  const { email, browser } = await changing(world);
  const works = async (link: string) => {
    await confirms(world.browser("hikari"))(link);
    await browser.get("/profile/address");
    assert.equal((await browser.follow()).path, "/profile/address/apply");
  };
  return { code: "hikari", mail: await newest(world, email), works };
};

const addressChanged: Story = async (world) => {
  const { stories, whose, browser, email } = await changing(world);
  await stories.typesCode(browser, email);
  const works = async (link: string) => {
    assert.equal((await stories.addressesOf(whose)).email, email, "nothing is undone by looking");
    await pressesButton(world.browser("hikari"), link);
    assert.equal((await stories.addressesOf(whose)).email, whose.email);
  };
  return { code: "hikari", mail: await newest(world, whose.email ?? ""), works };
};

const forgottenId: Story = async (world) => {
  const { member, claimOf, forgetsId, newestTo } = recoveryStories(() => world);
  const whose = await member("hikari");
  await forgetsId(world.browser("hikari"), await claimOf(whose));
  const works = async (link: string) => {
    const done = await pressesButton(world.browser("hikari"), link);
    assert.ok(done.body.includes(whose.userId));
  };
  return { code: "hikari", mail: await newestTo(whose), works };
};

const forgottenPassword: Story = async (world) => {
  const { member, forgetsPassword, newestTo } = recoveryStories(() => world);
  const whose = await member("asahi");
  await forgetsPassword(world.browser("asahi"), whose.userId, whose.email ?? "");
  const works = async (link: string) => {
    const done = await pressesButton(world.browser("asahi"), link);
    assert.match(done.path, /^\/reset-password\//);
  };
  return { code: "asahi", mail: await newestTo(whose), works };
};

/** Each kind of mail with a link that does something; every-mail.test.ts compares. */
export const stories = {
  "first-sign-in/completed": completion,
  "address/check": check,
  "address/confirm": sentAgain,
  "addresses/check": newAddressCheck,
  "addresses/changed": addressChanged,
  "recovery/forgot-id": forgottenId,
  "recovery/forgot-password": forgottenPassword,
} satisfies Partial<Record<MailKind, Story>>;
