import type { Decision, Scene } from "../../../flow/index.ts";
import {
  afterWrong,
  type Held,
  type Known,
  noteRight,
  noteWrong,
  type Verdict,
} from "../../methods/index.ts";
import { factorDid, factorRefused } from "../facts.ts";
import { factorChangeMails } from "../mail/changed.ts";
import { factorLockMail } from "../mail/locked.ts";
import { learnt, placeIn } from "../scene.ts";
import type { FactorParts, Question, WithFactor } from "../types.ts";

type Judging<State> = {
  readonly parts: FactorParts<State>;
  readonly scene: Scene<State>;
  readonly held: Held;
  readonly question: Question;
};

type Answer = { readonly input: unknown; readonly prepared: unknown; readonly loaded: unknown };
type Of<Kind> = Extract<Verdict<unknown, Known>, { kind: Kind }>;

const passed = <State extends WithFactor>(
  { parts, scene, held, question: { method } }: Judging<State>,
  { factorId, left, changes = [], mails = [] }: Of<"passed">,
): Decision<State> => {
  const owner = parts.ownerOf(scene);
  const { society, now: at } = scene;
  // On paper, and gone with its use: its owner is to hear of it, whoever used it.
  const used =
    left === undefined
      ? []
      : factorChangeMails({ what: "code-used", society, owner, held, left, at });
  return {
    kind: "done",
    state: learnt(scene, { passed: { factorId, method } }),
    changes: [...changes, noteRight(owner.accountId, { id: factorId, at: scene.now })],
    facts: [factorDid("factor.passed", owner, { method, factorId })],
    mails: [...mails, ...used],
  };
};

/** One guess more counts on the account, whatever attempt it was made in; the tenth locks it. */
const wrong = <State extends WithFactor>(
  { parts, scene, held, question: { method } }: Judging<State>,
  { errors, isCounted, reason, changes = [], mails = [] }: Of<"wrong">,
): Decision<State> => {
  const { now, policy, society } = scene;
  const owner = parts.ownerOf(scene);
  const facts = [factorRefused(owner, { method, reason })];
  // No guess; yet each is on record for years, and so a flow bears a few only.
  if (!isCounted) return { kind: "refuse", errors, isWrongTry: true, changes, facts, mails };
  const count = afterWrong(held, policy, now);
  const counted = [...changes, noteWrong(owner.accountId, count)];
  const { lockedUntil } = count;
  if (lockedUntil === null) return { kind: "refuse", errors, changes: counted, facts, mails };
  return {
    kind: "end",
    outcome: "factor-locked",
    changes: counted,
    facts: [...facts, factorDid("account.factor-locked", owner, { method })],
    mails: factorLockMail({ society, owner, held, lockedAt: now, lockedUntil }),
  };
};

/** What an answer to a question comes to. */
export const judgeAnswer = <State extends WithFactor>(
  judging: Judging<State>,
  answer: Answer,
): Decision<State> => {
  const { parts, scene, held, question } = judging;
  const { method, kept } = question;
  const place = { ...placeIn(parts, scene), factors: held.factors };
  const door = parts.methods.named(method).challenge;
  const verdict: Verdict<unknown, Known> = door.judge({ place, kept, ...answer });
  if (verdict.kind === "passed") return passed(judging, verdict);
  if (verdict.kind === "wrong") return wrong(judging, verdict);
  const { changes = [], mails = [] } = verdict;
  const state = learnt(scene, { asked: { method, kept: verdict.kept } });
  return { kind: "stay", state, changes, mails };
};
