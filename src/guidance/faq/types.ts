import type { FaqCategory, Policy } from "../../society/index.ts";

export type Question = {
  /** Also the fragment that links to it. */
  readonly id: string;
  readonly category: FaqCategory;
  readonly question: string;
  readonly answer: readonly string[];
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
      /** Left out where the society does not allow it. */
      readonly method?: Policy["secondFactor"]["methods"][number];
    }
  >
>;
