import type { Tx } from "../platform/database/types.ts";
import type { Cookie } from "../platform/http/cookies.ts";
import type { Policy } from "../society/policy.ts";
import type { Language } from "../society/types.ts";
import type { View } from "../ui/view.ts";
import type { AnyStep, Finish, Html, Scene } from "./step.ts";
import type { Wording } from "./text.ts";

/** A whole flow as data: its steps, their order by policy, and what it comes to. */
export type FlowDefinition<State> = {
  readonly kind: string;
  /** Such as `/first-sign-in`; a step's page is below it. */
  readonly path: string;
  readonly steps: readonly AnyStep<State>[];
  /** Names of the steps in order. */
  readonly plan: (policy: Policy) => readonly string[];
  /** From each step, where it may lead: drawn into docs/flows, and nothing else is allowed. */
  readonly moves: Readonly<Record<string, readonly string[]>>;
  /** Done steps that may be looked at and done again (「戻る」, the back button). */
  readonly revisable: readonly string[];
  readonly wrongTries: (policy: Policy) => number;
  /** Today's policy judges the whole; it runs in the transaction of the last step. */
  readonly finish: (
    tx: Tx,
    scene: Scene<State>,
    today: Policy,
    flowToken: string,
  ) => Promise<Finish<State>>;
  /** Labels of the fields and the messages of its own refusals. */
  readonly wording: (lang: Language) => Wording;
  /** Cookies for the browser whose flow is complete: the same however often it asks. */
  readonly cookies: (flowToken: string, scene: Scene<State>) => readonly Cookie[];
  /** 「…は終わりました」: after a complete end, for the browser that began. */
  readonly completedPage: (view: View, scene: Scene<State>) => Html;
  /** Ended otherwise: declined, too many wrong tries, another browser was first, expired. */
  readonly endedPage: (view: View, outcome: string) => Html;
  /** Nothing of the kind was begun in this browser. */
  readonly absentPage: (view: View) => Html;
};
