import { type Change, newFlow, type Scene, writeFlow } from "../../../flow/index.ts";
import { later } from "../../../kernel/time.ts";
import { queueMails } from "../../../mail/index.ts";
import { newToken } from "../../../platform/crypto/tokens.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { enrolmentSteps, noFactorYet } from "../../factor-steps/index.ts";
import type { KnownOwner, MethodName, Methods } from "../../methods/index.ts";
import type { Visit } from "../visit.ts";
import { kind, lifetimeMinutes } from "./flow.ts";
import type { State } from "./types.ts";

const [chosenBefore] = enrolmentSteps;

/** The flow as it would begin, before anything of it is written. */
export const addingScene = (
  { request, session, society }: Visit,
  { owner, person, factors, passwordChangedAt }: KnownOwner,
): Scene<State> => {
  const { now } = request;
  const flow = newFlow<State>(
    { kind },
    {
      societyId: society.id,
      subjectId: session.accountId,
      memberId: session.memberId,
      policyVersion: society.version,
      expiresAt: later(now, { minutes: lifetimeMinutes }),
      state: {
        owner,
        factor: { ...noFactorYet, person, factors },
        purpose: "any",
        passwordChangedAt,
        done: null,
        isRenewed: false,
      },
      request,
    },
  );
  return { flow, society, policy: society.policy, now, request };
};

/** The question of what was chosen; null: it cannot be put just now, and another may be chosen. */
const asked = async (methods: Methods, tx: Tx, scene: Scene<State>, method: MethodName) => {
  const { owner, factor } = scene.flow.state;
  const place = { scene, owner, factors: factor.factors };
  const door = methods.named(method).enrol;
  const known = await door.know(tx, place);
  const put = door.ask({ place, minted: door.mint(scene.now), known });
  return put.ok && "kept" in put.value ? put.value : null;
};

type Beginning = {
  readonly visit: Visit;
  readonly known: KnownOwner;
  /** What is enrolled; null: it is to be chosen. */
  readonly method: MethodName | null;
};

const purposeOf = (method: MethodName | null): State["purpose"] => {
  if (method === null) return "any";
  return method === "recovery-codes" ? "codes" : "chosen";
};

/** Begins to enrol, in the caller's transaction. @returns the token for the flow's cookie */
export const beginAdding = async (
  tx: Tx,
  methods: Methods,
  { visit, known, method }: Beginning,
): Promise<string> => {
  const { secrets, request } = visit;
  const scene = addingScene(visit, known);
  const { state } = scene.flow;
  const put = method && (await asked(methods, tx, scene, method));
  const purpose = purposeOf(method);
  const enrolling = put ? { method, kept: put.kept } : null;
  const learnt: State = { ...state, purpose, factor: { ...state.factor, enrolling } };
  // What the pulldown chose is chosen, and may be chosen anew; what cannot be put just now is not.
  const done = put && purpose === "chosen" ? [chosenBefore] : [];
  const token = newToken();
  writeFlow(tx, secrets, { flow: { ...scene.flow, state: learnt, done }, tokenHash: token.hash });
  const changes: readonly Change[] = put?.changes ?? [];
  queueMails(tx, put?.mails ?? [], { now: request.now, secrets });
  await Promise.all(changes.map((change) => change(tx)));
  return token.text;
};
