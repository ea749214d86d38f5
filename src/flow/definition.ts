import type { Refusal } from "../kernel/result.ts";
import type { Cookie } from "../platform/http/cookies.ts";
import type { RequestContext, Session, WebContext } from "../platform/http/types.ts";
import type { Policy } from "../society/policy/policy.ts";
import type { Language, Society } from "../society/types.ts";
import type { View } from "../ui/view.ts";
import type { AnyFinish, AnyStep, Flow, Html, Scene } from "./step.ts";
import type { Wording } from "./text.ts";

/** A rule that is another one now, such as `changed-password-length` with its facts. */
export type PolicyChange = { readonly step: string; readonly rule: Refusal };

/** A whole flow as data: its steps, their order by policy, and what it comes to. */
export type FlowDefinition<State> = {
  readonly kind: string;
  /** Name of the cookie that binds it to its browser: one of another kind may be under way beside it. */
  readonly cookie: string;
  /** Such as `/first-sign-in`; a step's page is below it. */
  readonly path: string;
  readonly steps: readonly AnyStep<State>[];
  /**
   * A flow that goes on, as this version knows it: what a state of the version before does not say is
   * added. Asked wherever one is opened. Without it: every version's state is the same.
   */
  readonly renewed?: (flow: Flow<State>) => Promise<Flow<State>>;
  /** Names of the steps in order; what is known already needs none. Pure. */
  readonly plan: (policy: Policy, state: State) => readonly string[];
  /** From each step, where it may lead: drawn into docs/flows, and nothing else is allowed. */
  readonly moves: Readonly<Record<string, readonly string[]>>;
  /** Done steps that may be looked at and done again; what came after them is then asked anew. */
  readonly revisable: readonly string[];
  /** How many of one step end it: guesses, or what is not to be tried for ever. */
  readonly wrongTries: (policy: Policy, step: string) => number;
  /** Today's policy judges the whole; it runs in the transaction of the last step. */
  readonly finish: AnyFinish<State>;
  /**
   * What a society changed in its rules since the flow began, by the step that asks for it, told to
   * who is led back there. Texts are messages of `wording`. Pure.
   */
  readonly changes: (then: Policy, now: Policy) => readonly PolicyChange[];
  /** The unique constraint of what two flows may both want, such as a user ID. */
  readonly contested: string;
  /** Labels of the fields and the messages of its own refusals. */
  readonly wording: (lang: Language) => Wording;
  /** Cookies for the browser whose flow is complete: the same however often it asks. */
  readonly cookies: (flowToken: string, scene: Scene<State>) => readonly Cookie[];
  /**
   * The browser has another session, begun in another tab, when this flow completes: what becomes of
   * it, as its cookie is lost. Without it: it is the session that the flow is about.
   */
  readonly replaces?: (session: Session, request: RequestContext) => Promise<void>;
  /**
   * Whether the session that this browser came with is still there: one that a submit beside this one
   * has ended or renewed meanwhile is not, and then this browser gets what the other got.
   */
  readonly hasSession: (c: WebContext) => Promise<boolean>;
  /** Where a complete flow leads: a page of its own, or `completed` below its path. */
  readonly landing: (scene: Scene<State>) => string;
  /** 「…は終わりました」: after a complete end, for the browser that began. */
  readonly completedPage: (view: View, scene: Scene<State>) => Html;
  /** Ended otherwise: declined, too many wrong tries, another browser was first, expired. */
  readonly endedPage: (view: View, outcome: string, society: Society) => Html;
  /** Nothing of the kind was begun in this browser. */
  readonly absentPage: (view: View) => Html;
};
