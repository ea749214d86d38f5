import type { Child } from "hono/jsx";
import type { Change, FieldRefusals, Form, Scene, Typed, Wording } from "../../flow/index.ts";
import type { AccountId, FactorId, MemberId } from "../../kernel/ids.ts";
import type { Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Mail } from "../../mail/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { Tx } from "../../platform/database/types.ts";
import type { Amr } from "../../platform/http/types.ts";
import type { Policy } from "../../society/policy/policy.ts";
import type { Language, Society } from "../../society/types.ts";
import type { Choice, FieldErrors, IconName, View } from "../../ui/index.ts";

/** 認証方法 that a policy may allow; recovery codes stand in for each of them. */
export type ChosenMethod = Policy["secondFactor"]["methods"][number];
export type MethodName = ChosenMethod | "recovery-codes";

/** Something enrolled, as its row says: a passkey, a device with an app, the mailbox, the codes. */
export type Factor = {
  readonly id: FactorId;
  readonly method: MethodName;
  /** As its owner calls it. */
  readonly name: string;
  readonly addedAt: Instant;
  readonly usedAt: Instant | null;
  /** Of what is used up, such as recovery codes: how many are left. */
  readonly left?: number | null;
};

/** Whose factors they are. While somebody registers, the account is not there yet. */
export type Owner = {
  /** Also WebAuthn's user handle: it says nothing of the person. */
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  /** As its owner wrote it: what the entry in an app or a password manager is called. */
  readonly userId: string;
  readonly initials: string;
  /** Where mails were received; null: none is proved. */
  readonly email: string | null;
  /** Its mail was received in this very flow: nothing more needs to be shown of it. */
  readonly isEmailFresh: boolean;
};

/** Where a door is opened. */
export type Place = {
  // biome-ignore lint/suspicious/noExplicitAny: whatever else the flow has learnt
  readonly scene: Scene<any>;
  readonly owner: Owner;
  /** What the account has enrolled. */
  readonly factors: readonly Factor[];
};

export type MethodServices = {
  readonly secrets: Secrets;
  /** Domain of the senders, to be allowed by filters before a mail goes. */
  readonly mailDomainOf: (society: Society) => string;
};

type Effects = { readonly changes?: readonly Change[]; readonly mails?: readonly Mail[] };

/** What was proved to be its owner's, and is written when the flow ends. Plain data. */
export type Made = {
  readonly method: MethodName;
  readonly name: string;
  readonly detail: unknown;
};

/** A question that was put: what is kept of it (plain data, sealed), and what goes out with it. */
export type Asked<Kept> = Effects &
  (
    | { readonly kept: Kept }
    /** Nothing needs to be asked, such as of an address whose mail was just received. */
    | { readonly made: Made }
  );

/** What an answer comes to. */
export type Verdict<Kept, Passed> =
  | ({ readonly kind: "passed" } & Passed & Effects)
  /**
   * `reason`: for the audit, such as `totp-wrong`; never shown. `isCounted`: a guess, which counts on
   * the account; what could not be judged at all (expired, nothing sent) is none.
   */
  | ({
      readonly kind: "wrong";
      readonly errors: FieldRefusals;
      readonly isCounted: boolean;
      readonly reason: string;
    } & Effects)
  /** The question is put again, such as by 「再送信」. */
  | ({ readonly kind: "again"; readonly kept: Kept } & Effects);

/** What the page of a door shows. Its forms post to `action` with `turn` as a hidden field. */
export type DoorShown<Kept, Looked> = {
  readonly place: Place;
  readonly kept: Kept;
  readonly action: string;
  readonly turn: string;
  readonly typed: Typed;
  /** In the page's language. */
  readonly errors: FieldErrors;
  readonly looked: Looked;
};

/** The inside of a page: the flow puts its frame around it, and below it the other ways. */
export type DoorPage = { readonly title: string; readonly head?: Child; readonly body: Child };

/**
 * A question and its answer: to enrol, or to be known at a sign-in. In this order: `mint` makes what
 * is random, `know` reads what `ask` needs, `ask` puts the question; then the page; then `input`,
 * `prepare` (slow, outside of the transaction), `load` (inside; the account's row is held) and
 * `judge`.
 */
export type Door<Kept, Minted, Known, Input, Prepared, Loaded, Looked, Passed> = {
  readonly mint: (now: Instant) => Minted;
  readonly know: (tx: Tx, place: Place) => Promise<Known>;
  /** Pure. A refusal is told beside the choice: nothing was asked. */
  readonly ask: (given: {
    readonly place: Place;
    readonly minted: Minted;
    readonly known: Known;
  }) => Result<Asked<Kept>>;
  readonly look?: (tx: Tx, place: Place, kept: Kept) => Promise<Looked>;
  readonly page: (view: View, shown: DoorShown<Kept, Looked>) => DoorPage;
  /** Fields that are never kept and never shown again. */
  readonly secrets: readonly string[];
  readonly input: (given: {
    readonly place: Place;
    readonly kept: Kept;
    readonly typed: Typed;
  }) => Form<Input>;
  readonly prepare: (given: {
    readonly place: Place;
    readonly kept: Kept;
    readonly input: Input;
  }) => Promise<Result<Prepared>>;
  readonly load: (
    tx: Tx,
    given: { readonly place: Place; readonly kept: Kept; readonly input: Input },
  ) => Promise<Loaded>;
  /** Pure. */
  readonly judge: (given: {
    readonly place: Place;
    readonly kept: Kept;
    readonly input: Input;
    readonly prepared: Prepared;
    readonly loaded: Loaded;
  }) => Verdict<Kept, Passed>;
};

/** Which of the account's factors it was. */
export type Known = {
  readonly factorId: FactorId;
  /** Of what is used up: how many are left, such as recovery codes. */
  readonly left?: number;
};
export type Enrolled = { readonly made: Made };

// biome-ignore lint/suspicious/noExplicitAny: each door keeps its own types inside
export type AnyDoor<Passed> = Door<any, any, any, any, any, any, any, Passed>;

/** Infers the types of a door from its parts. */
export const doorOf =
  <Passed>() =>
  <Kept, Minted, Known, Input, Prepared, Loaded, Looked = undefined>(
    door: Door<Kept, Minted, Known, Input, Prepared, Loaded, Looked, Passed>,
  ): Door<Kept, Minted, Known, Input, Prepared, Loaded, Looked, Passed> =>
    door;

export type Writing = {
  readonly place: Place;
  readonly factorId: FactorId;
  readonly made: Made;
};

/** 認証方法: five doors, and what a session says of it. Flows know none by its name. */
export type Method = {
  readonly name: MethodName;
  readonly amr: Amr;
  /** At most one of an account, such as the mailbox; without a name that is worth changing. */
  readonly isSingle: boolean;
  /** Stands in for another one, and is enough alone for nobody. */
  readonly isSpare?: boolean;
  /** Goes with a device that may be lost: recovery codes are offered with it. */
  readonly isLosable: boolean;
  readonly icon: IconName;
  /** 「生体認証」 */
  readonly title: (lang: Language) => string;
  /** As it is offered, with `value` its name; `recommended` is added by policy. */
  readonly choice: (lang: Language, place: Place) => Choice;
  /** Whom it suits, for who cannot decide: 「いつも同じスマートフォンをお使いの方」. */
  readonly suits?: (lang: Language) => string;
  /** Whether it can be enrolled here and now; the policy is asked beside it. Pure. */
  readonly offer: (place: Place) => boolean;
  readonly enrol: AnyDoor<Enrolled>;
  readonly challenge: AnyDoor<Known>;
  /** Its own rows of what was made; the row in `factor` stands already. */
  readonly write: (writing: Writing) => readonly Change[];
  /** What does not go with the row in `factor` by itself. */
  readonly remove: (factorId: FactorId) => readonly Change[];
  /** To who takes one away: what may stay elsewhere, such as on the device. */
  readonly afterRemoval?: (lang: Language) => string;
  /** Labels of its fields, and messages by code; codes begin with the method, such as `totp-wrong`. */
  readonly wording: (lang: Language) => Wording;
};
