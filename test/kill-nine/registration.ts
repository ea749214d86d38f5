import { type Answer, type Visitor, visitor } from "../http-client.ts";

/** A printed letter, and what its holder will type. */
export type Letter = {
  readonly issuedId: string;
  readonly password: string;
  /** `19790822` */
  readonly bornOn: string;
  readonly insurerNumber: string;
  /** The user ID to choose. */
  readonly userId: string;
};

/** The first sign-in as its browser does it. */
export type Registration = {
  /** From the letter to the first page; each step after it is a POST that answers 303. */
  readonly begin: (browser: Visitor, letter: Letter) => Promise<Answer>;
  /** By the path of its page, in order. */
  readonly steps: readonly {
    readonly path: string;
    readonly send: (browser: Visitor, letter: Letter) => Promise<Answer>;
  }[];
  /** Where `steps.length` done steps lead to. */
  readonly end: string;
  readonly canSignIn: (port: number, letter: Letter) => Promise<boolean>;
};

const chosenPassword = "umi-to-yama-2026";

const signsIn = async (browser: Visitor, userId: string, password: string) => {
  await browser.get("/sign-in");
  return browser.submit({ userId, password }, { action: "/sign-in" });
};

export const browserAt = (port: number): Visitor => visitor({ port, host: `localhost:${port}` });

export const firstSignIn: Registration = {
  begin: (browser, { issuedId, password }) => signsIn(browser, issuedId, password),
  steps: [
    {
      path: "/first-sign-in/identity",
      send: (browser, { insurerNumber, bornOn }) =>
        browser.submit({ insurerNumber, birthDate: bornOn, terms: "agree" }),
    },
    {
      path: "/first-sign-in/details",
      send: (browser, { userId }) =>
        browser.submit({
          userId,
          password: chosenPassword,
          passwordAgain: chosenPassword,
          email: `${userId}@example.jp`,
        }),
    },
    { path: "/first-sign-in/confirm", send: (browser) => browser.submit({}) },
  ],
  end: "/first-sign-in/completed",
  canSignIn: async (port, { userId }) =>
    (await signsIn(browserAt(port), userId, chosenPassword)).location === "/",
};
