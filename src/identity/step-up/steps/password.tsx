import type { Fact } from "../../../audit/types.ts";
import {
  type Decision,
  errorOf,
  type Form,
  form,
  oneOf,
  password as passwordField,
  type Scene,
  stepOf,
} from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import { factorDid, factorLockMail, putQuestion } from "../../factor-steps/index.ts";
import {
  afterWrong,
  forgetWrong,
  type Held,
  hasFactor,
  holdFactors,
  isFactorLocked,
  type MethodName,
  noteWrong,
} from "../../methods/index.ts";
import { password as name } from "../plan.ts";
import { isEnoughAlone } from "../rules.ts";
import { passwordHashOf } from "../store.ts";
import type { State, StepUpServices } from "../types.ts";
import { PasswordPage } from "../views/password-page.tsx";

type Input =
  | { readonly by: "password"; readonly password: string }
  /** With a passkey instead, which needs no password. */
  | { readonly by: "other"; readonly other: MethodName };

type Judging = { readonly scene: Scene<State>; readonly held: Held };

/** Whoever it was holds the session, and is not known more. */
const refused = ({ owner: { accountId, memberId } }: State): Fact => ({
  action: "account.step-up-refused",
  actor: { kind: "stranger" },
  subject: { kind: "account", id: accountId },
  memberId,
  details: { reason: "password-wrong" },
});

/** Counts on the account with wrong second factors: a stolen session must not be a place to guess. */
const wrong = ({ scene, held }: Judging): Decision<State> => {
  const { flow, now, policy, society } = scene;
  const { owner } = flow.state;
  const count = afterWrong(held, policy, now);
  const changes = [noteWrong(owner.accountId, count)];
  const facts = [refused(flow.state)];
  const { lockedUntil } = count;
  if (lockedUntil === null)
    return {
      kind: "refuse",
      errors: errorOf("password", "step-up-password-wrong"),
      changes,
      facts,
    };
  return {
    kind: "end",
    outcome: "factor-locked",
    changes,
    facts: [...facts, factorDid("account.factor-locked", owner, { method: "none" })],
    mails: factorLockMail({ society, owner, held, lockedAt: now, lockedUntil }),
  };
};

const right = ({ scene, held }: Judging): Decision<State> => {
  const { accountId } = scene.flow.state.owner;
  // A right second factor forgets the wrong ones before it; who has none shows no more than this.
  const isAll = !hasFactor(held.factors) && held.wrong > 0;
  const changes = isAll ? [forgetWrong(accountId)] : [];
  return { kind: "done", state: { isPasswordRight: true }, changes };
};

/** 「パスワード」 of the signed-in, once more. */
export const passwordStep = (services: StepUpServices) => {
  const { methods, passwords, database } = services;
  const doorOf = (method: MethodName) => methods.named(method).challenge;
  const othersOf = ({ flow }: Scene<State>): readonly MethodName[] => [
    ...new Set(
      flow.state.factor.factors
        .map(({ method }) => method)
        .filter((method) => isEnoughAlone(methods.named(method).amr)),
    ),
  ];
  const placeOf = ({ scene, held }: Judging) => {
    const { owner } = scene.flow.state;
    return { scene, owner, factors: held.factors };
  };

  const verified = async ({ flow }: Scene<State>, typed: string) => {
    using ticket = passwords.ticket();
    if (!ticket) throw new TroubleError("busy");
    const { accountId } = flow.state.owner;
    const hash = await database.inSociety(flow.societyId, (tx) => passwordHashOf(tx, accountId));
    return passwords.verify(ticket, hash, typed);
  };

  const load = async (tx: Tx, scene: Scene<State>, input: Input) => {
    const held = await holdFactors(tx, scene.flow.state.owner.accountId);
    const asks = held && input.by === "other";
    return {
      held,
      known: asks ? await doorOf(input.other).know(tx, placeOf({ scene, held })) : null,
    };
  };

  return stepOf<State>()({
    name,
    secrets: ["password"],
    input: (scene, given): Form<Input> =>
      given.other === undefined
        ? form({ by: () => ok("password" as const), password: passwordField })
        : form({ by: () => ok("other" as const), other: oneOf(othersOf(scene)) }),
    prepare: async (scene, input) =>
      ok<unknown>(
        input.by === "other"
          ? doorOf(input.other).mint(scene.now)
          : await verified(scene, input.password),
      ),
    load,
    decide: ({ scene, input, prepared, loaded: { held, known } }): Decision<State> => {
      const { passwordChangedAt, factor } = scene.flow.state;
      if (!held || held.lockedAt !== null) return { kind: "end", outcome: "changed" };
      // During a lock nothing is judged, nor told of this answer.
      if (isFactorLocked(held, scene.now)) return { kind: "end", outcome: "factor-locked" };
      if (held.passwordChangedAt !== passwordChangedAt) return { kind: "end", outcome: "changed" };
      const judging = { scene, held };
      if (input.by === "password") return prepared === true ? right(judging) : wrong(judging);
      const asking = { place: placeOf(judging), minted: prepared, known };
      const put = putQuestion(methods, input.other, asking);
      if (!put) return { kind: "refuse", errors: errorOf("", "factor-gone") };
      const { question, changes, mails } = put;
      return { kind: "stay", state: { factor: { ...factor, asked: question } }, changes, mails };
    },
    page: (view, shown) => {
      const others = othersOf(shown.scene).map((method) => ({
        value: method,
        title: methods.named(method).title(view.lang),
      }));
      const { userId } = shown.scene.flow.state.owner;
      return <PasswordPage view={view} shown={shown} userId={userId} others={others} />;
    },
  });
};
