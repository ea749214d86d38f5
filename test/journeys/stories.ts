import type { Answer, Visitor } from "../http-client.ts";
import type { Insured } from "../world/people.ts";
import type { World } from "../world/world.ts";

/** What the stories of signing in have in common: a person types, a page answers. */
export const chosenPassword = "umi-to-yama-2026";

export const titleOf = ({ body }: Answer): string => /<title>([^<]*)/.exec(body)?.[1] ?? "";

export const details = (own: Record<string, string> = {}) => ({
  userId: "hanako79",
  password: chosenPassword,
  passwordAgain: chosenPassword,
  email: "hanako@example.jp",
  ...own,
});

export const signsIn = async (browser: Visitor, userId: string, password: string) => {
  await browser.get("/sign-in");
  return browser.submit({ userId, password }, { action: "/sign-in" });
};

/** Signs in and looks at the page that comes: refused or not, every POST answers 303. */
export const triesToSignIn = async (browser: Visitor, userId: string, password: string) => {
  await signsIn(browser, userId, password);
  return browser.follow();
};

export const isRefused = ({ body }: Answer): boolean =>
  body.includes("無効なユーザIDまたはパスワードです。");

export const signsOut = async (browser: Visitor) => {
  const { fields } = browser.form("/preferences/size");
  return browser.post("/sign-out", { formToken: fields.formToken ?? "" });
};

let ids = 1000;
export const newUserId = () => {
  ids += 1;
  return `hanako${ids}`;
};

/** Where a story plays: in this process, or at real servers. */
export type Stage = Pick<World, "society" | "browser" | "insuredPerson" | "letterFor">;

export const storiesOf = (world: () => Stage) => {
  const proves = (browser: Visitor, code: string, { bornOn }: Insured) =>
    browser.submit({
      insurerNumber: world().society(code).insurerNumber,
      birthDate: bornOn.replaceAll("-", ""),
      terms: "agree",
    });

  const begins = async (code: string) => {
    const person = await world().insuredPerson(code);
    const letter = await world().letterFor(code, person);
    const browser = world().browser(code);
    await signsIn(browser, letter.userId, letter.password);
    await browser.follow();
    return { person, letter, browser };
  };

  const reachesDetails = async (code: string) => {
    const story = await begins(code);
    await proves(story.browser, code, story.person);
    await story.browser.follow();
    return story;
  };

  const reachesConfirmation = async (code: string, own: Record<string, string> = {}) => {
    const story = await reachesDetails(code);
    const typed = details({ userId: newUserId(), ...own });
    await story.browser.submit(typed);
    const page = await story.browser.follow();
    return { ...story, userId: typed.userId, page };
  };

  const registers = async (code: string, own: Record<string, string> = {}) => {
    const story = await reachesConfirmation(code, own);
    await story.browser.submit({});
    await story.browser.follow();
    return story;
  };

  return { proves, begins, reachesDetails, reachesConfirmation, registers };
};
