import type { JSX } from "hono/jsx/jsx-runtime";
import type { Fact } from "../audit/types.ts";
import type { EntranceId, FlowId, Id, MemberId, SocietyId } from "../kernel/ids.ts";
import type { Result } from "../kernel/result.ts";
import type { Instant } from "../kernel/time.ts";
import type { Mail } from "../mail/types.ts";
import type { Tx } from "../platform/database/types.ts";
import type { RequestContext } from "../platform/http/types.ts";
import type { Policy } from "../society/policy/policy.ts";
import type { Society } from "../society/types.ts";
import type { FieldErrors, View } from "../ui/view.ts";
import type { FieldRefusals, Form, Typed } from "./form.ts";

/** A stored flow as its row says; `state` is what the steps have learnt so far. */
export type Flow<State> = {
  readonly id: FlowId;
  readonly societyId: SocietyId;
  readonly kind: string;
  readonly entranceId: EntranceId;
  /** What it began with, such as the provisional credential. */
  readonly subjectId: Id<string>;
  readonly memberId: MemberId;
  readonly policyVersion: number;
  /** Names of the steps done. */
  readonly done: readonly string[];
  readonly state: State;
  /** Rises with every commit. */
  readonly turn: number;
  /** Wrong tries so far. */
  readonly wrong: number;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: string | null;
};

/**
 * A data command that a store made: it queues its statements in the runner's transaction, at once.
 * One that must be sure of its effect answers when it is, and throws when it cannot be.
 */
export type Change = (tx: Tx) => void | Promise<void>;

/** What a decision writes. */
export type Effects = {
  readonly changes?: readonly Change[];
  readonly facts?: readonly Fact[];
  readonly mails?: readonly Mail[];
};

/** What a step's rule answers. It never names the next step: the plan does. */
export type Decision<State> =
  | ({ readonly kind: "done"; readonly state?: Partial<State> } & Effects)
  /** Nothing is written but what was typed, the count of wrong tries (where it counts), the facts. */
  | ({
      readonly kind: "refuse";
      readonly errors: FieldRefusals;
      readonly isWrongTry?: boolean;
    } & Effects)
  /** Something was done, and the step is as open as before, such as 「再送信」. */
  | ({ readonly kind: "stay"; readonly state?: Partial<State> } & Effects)
  /** The flow ends here without a result, such as 「同意しない」. */
  | ({ readonly kind: "end"; readonly outcome: string } & Effects);

/** What comes of getting to a step: more is known, or the flow ends there. */
export type Arrival<State> = Extract<Decision<State>, { readonly kind: "stay" | "end" }>;

/** What the whole flow comes to, judged again under today's policy. */
export type Finish<State> =
  /** `state`: what the page after the end still needs; the rest is forgotten. */
  | ({ readonly kind: "complete"; readonly state?: Partial<State> } & Effects)
  /** Back to a step, which says why; from there on today's policy counts. */
  | ({
      readonly kind: "reopen";
      readonly step: string;
      readonly errors: FieldRefusals;
      readonly state?: Partial<State>;
    } & Effects)
  | ({ readonly kind: "end"; readonly outcome: string } & Effects);

/** What every part of a step may look at. */
export type Scene<State> = {
  readonly flow: Flow<State>;
  readonly society: Society;
  /** The policy that the flow began with. */
  readonly policy: Policy;
  readonly now: Instant;
  readonly request: RequestContext;
};

/** What a step's page shows: what was typed before (never a password), and what was wrong. */
export type Shown<State> = {
  readonly scene: Scene<State>;
  readonly action: string;
  /** To be sent back with the form. */
  readonly turn: string;
  readonly typed: Typed;
  /** In the page's language. */
  readonly errors: FieldErrors;
  /** Rules that the society changed meanwhile, as sentences; empty nearly always. */
  readonly changed: readonly string[];
};

export type Html = JSX.Element;

export type Step<State, Input, Loaded, Prepared, Looked> = {
  /** Last part of its path. */
  readonly name: string;
  /** Fields that are never kept and never shown again. */
  readonly secrets?: readonly string[];
  /** Its fields and their rules. `typed`: for a field that is judged beside another. Pure. */
  readonly input: (scene: Scene<State>, typed: Typed) => Form<Input>;
  /** Slow work outside any transaction, such as hashing. */
  readonly prepare?: (scene: Scene<State>, input: Input) => Promise<Result<Prepared>>;
  readonly load?: (tx: Tx, scene: Scene<State>, input: Input) => Promise<Loaded>;
  /** Pure. */
  readonly decide: (given: {
    readonly scene: Scene<State>;
    readonly input: Input;
    readonly loaded: Loaded;
    readonly prepared: Prepared;
  }) => Decision<State>;
  /**
   * When the flow gets here, in the transaction that led to it: puts a question that the page then
   * shows, such as one whose mail goes out. Not pure: reads, and mints what is random.
   */
  readonly arrive?: (tx: Tx, scene: Scene<State>) => Promise<Arrival<State>>;
  /** Before anything was typed: what is known already. */
  readonly typed?: (scene: Scene<State>) => Typed;
  /** What the page shows beside the flow's own state. Reads only. */
  readonly look?: (tx: Tx, scene: Scene<State>) => Promise<Looked>;
  /** Whether there is anything to look at now; without it, always. A transaction is not for nothing. */
  readonly looks?: (scene: Scene<State>) => boolean;
  readonly page: (view: View, shown: Shown<State>, looked: Looked) => Html;
};

/** A step of any input: what the runner keeps. */
// biome-ignore lint/suspicious/noExplicitAny: each step keeps its own types inside
export type AnyStep<State> = Step<State, any, any, any, any>;

/** The judgement of the whole flow. */
export type FinishRule<State, Loaded> = {
  readonly load: (tx: Tx, scene: Scene<State>) => Promise<Loaded>;
  /** Pure. `scene.policy` is the flow's, `scene.society.policy` today's. */
  readonly decide: (given: {
    readonly scene: Scene<State>;
    readonly loaded: Loaded;
    /** The cookie of the browser that began. */
    readonly token: string;
  }) => Finish<State>;
};

// biome-ignore lint/suspicious/noExplicitAny: what it loads is its own
export type AnyFinish<State> = FinishRule<State, any>;

/** Infers the types of a step from its parts. */
export const stepOf =
  <State>() =>
  <Input, Loaded = undefined, Prepared = undefined, Looked = undefined>(
    step: Step<State, Input, Loaded, Prepared, Looked>,
  ): Step<State, Input, Loaded, Prepared, Looked> =>
    step;
