import type { FaqCategory, Policy } from "../../society/index.ts";

/** A page that an answer leads to; `linkTo` in text.ts has its words. */
export type LinkName =
  | "forgot-id"
  | "forgot-password"
  | "contact"
  | "guide"
  | "passkey"
  | "profile"
  | "email"
  | "password"
  | "sessions"
  | "history"
  | "display"
  | "notices";

export type Question = {
  /** Also the fragment that links to it. */
  readonly id: string;
  readonly category: FaqCategory;
  readonly question: string;
  readonly answer: readonly string[];
  readonly links: readonly LinkName[];
  /** What people type who mean it, and that stands in neither. */
  readonly also: string;
};

/** What the common answers depend on. */
export type FaqFacts = {
  /** Null on a shared entrance before proof: answers then name no numbers. */
  readonly policy: Policy | null;
  /** Where our mails come from. */
  readonly mailDomain: string;
};

export type Answers = Readonly<
  Record<
    string,
    {
      readonly question: string;
      readonly answer: readonly string[];
      /** Other words that find it. */
      readonly also?: string;
      /** Where it is done. */
      readonly links?: readonly LinkName[];
      /** Left out where the society does not allow it. */
      readonly method?: Policy["secondFactor"]["methods"][number];
      /** Left out where the society has no such thing. */
      readonly isOf?: (policy: Policy) => boolean;
    }
  >
>;
