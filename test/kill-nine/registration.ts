import { type Answer, type Visitor, visitor } from "../http-client.ts";
import type { Mailbox } from "./mailbox.ts";

/** A printed letter, and what its holder will type. */
export type Letter = {
  readonly issuedId: string;
  readonly password: string;
  /** `19790822` */
  readonly bornOn: string;
  readonly insurerNumber: string;
  /** The user ID to have in the end; the issued one where it is kept. */
  readonly userId: string;
  readonly email: string;
  /** What the society's file has; null: nothing. */
  readonly fileAddress: string | null;
};

/** Who registers: the browser that began, another device, and the mails that are read on it. */
export type Person = {
  readonly browser: Visitor;
  readonly phone: Visitor;
  readonly letter: Letter;
  readonly mails: Mailbox;
};

export type Press = () => Promise<Answer>;

export type Step = {
  readonly name: string;
  /** Of the page at which the flow then stands. */
  readonly path: string;
  /**
   * All that comes before the button: a mail is awaited, the form filled in. The press alone changes
   * anything, and answers 303 with another path when the step is done.
   */
  readonly ready: (person: Person) => Promise<Press>;
};

/** One way to register, as its browser does it. */
export type Way = {
  readonly name: string;
  readonly society: string;
  /** Before `localhost`; empty: the shared entrance. */
  readonly entrance: string;
  /** After the sign-in with the letter, in order. */
  readonly steps: readonly Step[];
  /** Where they lead in the end. */
  readonly end: string;
};

export const chosenPassword = "umi-to-yama-2026";
export const flowPath = "/first-sign-in";

export const browserAt = (port: number, { entrance }: Pick<Way, "entrance">): Visitor =>
  visitor({ port, host: `${entrance}localhost:${port}` });

/** Up to the button of the sign-in page. */
export const readyToSignIn = async (
  browser: Visitor,
  userId: string,
  password: string,
): Promise<Press> => {
  await browser.get("/sign-in");
  return () => browser.submit({ userId, password }, { action: "/sign-in" });
};

/** The password is right: home, or the question for the second factor. */
export const canSignIn = async (port: number, way: Way, { userId }: Letter): Promise<boolean> => {
  const press = await readyToSignIn(browserAt(port, way), userId, chosenPassword);
  const { location } = await press();
  return location === "/" || location === "/second-factor/verify";
};
