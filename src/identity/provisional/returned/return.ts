import { recordFacts } from "../../../audit/index.ts";
import type { Actor, Fact, Origin } from "../../../audit/types.ts";
import type { SocietyId } from "../../../kernel/ids.ts";
import type { Clock } from "../../../kernel/time.ts";
import type { MemberKey } from "../../../members/types.ts";
import type { Database, Tx } from "../../../platform/database/types.ts";
import { readReference, referenceText } from "../printed/reference.ts";
import { type FoundLetter, lockByReference, lockLastOf, voidReturned } from "./store.ts";

/** Nothing is wrong, and nothing is to be done: the letter opens nothing as it is. */
const settled = ["letter-returned", "letter-replaced"] as const;

/** Why a letter is not marked as returned. */
export type ReturnRule =
  | (typeof settled)[number]
  | "reference-form"
  | "letter-unknown"
  | "letter-used"
  | "member-unknown"
  | "member-without-letter";

export type ReturnProblem = {
  /** What was typed: a 整理番号, or 記号/番号/枝番. */
  readonly given: string;
  readonly rule: ReturnRule;
  /** Whose letter it is, where there is one. */
  readonly letter: FoundLetter | null;
};

export type Returning = {
  readonly society: SocietyId;
  /** As somebody read them from the envelopes. */
  readonly references: readonly string[];
  /** Whose last letter came back; null: nobody besides. */
  readonly member: MemberKey | null;
  /** Tells what would happen, and changes nothing. */
  readonly isRehearsal: boolean;
  readonly actor: Actor;
  readonly origin: Origin;
};

export type Returned =
  | {
      readonly ok: true;
      readonly letters: readonly FoundLetter[];
      readonly passedOver: readonly ReturnProblem[];
    }
  | { readonly ok: false; readonly problems: readonly ReturnProblem[] };

type Judged = { readonly given: string; readonly rule: ReturnRule | null } & Pick<
  ReturnProblem,
  "letter"
>;

const ruleOf = ({ state, isReturned }: FoundLetter): ReturnRule | null => {
  if (state === "active") return null;
  if (state === "used") return "letter-used";
  return isReturned ? "letter-returned" : "letter-replaced";
};

const judged = (given: string, letter: FoundLetter): Judged => ({
  given,
  rule: ruleOf(letter),
  letter,
});
const refused = (given: string, rule: ReturnRule): Judged => ({ given, rule, letter: null });

const judgeReferences = async (tx: Tx, texts: readonly string[]): Promise<readonly Judged[]> => {
  const read = texts.map((given) => ({ given, reference: readReference(given) }));
  const wanted = read.flatMap(({ reference }) => reference ?? []);
  const found = wanted.length > 0 ? await lockByReference(tx, wanted) : [];
  const letters = new Map(found.map((one) => [`${one.batch}-${one.number}`, one]));
  return read.map(({ given, reference }) => {
    if (!reference) return refused(given, "reference-form");
    const letter = letters.get(`${reference.batch}-${reference.number}`);
    return letter ? judged(given, letter) : refused(given, "letter-unknown");
  });
};

const judgeMember = async (tx: Tx, member: MemberKey): Promise<Judged> => {
  const given = [member.symbol, member.memberNumber, member.branchNumber].join("/");
  const letter = await lockLastOf(tx, member);
  if (letter === undefined) return refused(given, "member-unknown");
  return letter ? judged(given, letter) : refused(given, "member-without-letter");
};

const factOf = (actor: Actor, { credentialId, batch, number, holder }: FoundLetter): Fact => ({
  action: "credential.returned",
  actor,
  subject: { kind: "credential", id: credentialId },
  memberId: holder.id,
  details: number === null ? {} : { reference: referenceText({ batch, number }) },
});

const isSettled = (rule: ReturnRule) => settled.some((one) => one === rule);

/** What is passed over, and what is wrong. */
const parted = (all: readonly Judged[]): readonly (readonly ReturnProblem[])[] => {
  const told = all.flatMap(({ rule, ...one }) => (rule ? [{ ...one, rule }] : []));
  return [true, false].map((is) => told.filter(({ rule }) => isSettled(rule) === is));
};

/** Each letter once, however often it was named. */
const once = (letters: readonly FoundLetter[]): readonly FoundLetter[] => [
  ...new Map(letters.map((letter) => [letter.credentialId, letter])).values(),
];

/**
 * 宛先不明: letters that came back are void from now on, all that were named or, where one is wrong,
 * none of them; those that are void already are passed over. Their members are left out of the next
 * batch until their address changes.
 */
export const returnLetters = (
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { society, references, member, isRehearsal, actor, origin }: Returning,
): Promise<Returned> =>
  database.inSociety(society, async (tx) => {
    const all = [
      ...(await judgeReferences(tx, references)),
      ...(member ? [await judgeMember(tx, member)] : []),
    ];
    const [passedOver = [], problems = []] = parted(all);
    if (problems.length > 0) return { ok: false, problems };
    const letters = once(all.flatMap(({ letter, rule }) => (letter && !rule ? letter : [])));
    if (isRehearsal) return { ok: true, letters, passedOver };
    const now = clock.now();
    const ids = letters.map(({ credentialId }) => credentialId);
    voidReturned(tx, ids, now);
    const facts = letters.map((letter) => factOf(actor, letter));
    recordFacts(tx, facts, { origin, at: now });
    return { ok: true, letters, passedOver };
  });
