import type { Change, Finish, FinishRule } from "../../../flow/index.ts";
import { isSameAddress } from "../../../kernel/mail-address.ts";
import { foldId } from "../../../kernel/width.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import { memberDid } from "../../accounts/index.ts";
import { amrOf } from "../../factor-steps/index.ts";
import { forgetCounters, loginMacOf } from "../../locks/index.ts";
import { holdFactors } from "../../methods/index.ts";
import { beginSession, endSessionsOf, hasComeOrGone, sessionToken } from "../../sessions/index.ts";
import { endsOthers } from "../rules.ts";
import { holdCounters, setPassword, standingOf } from "../store.ts";
import type { ResetServices, State } from "../types.ts";
import { factorEffects } from "./factors.ts";
import { madeIn, objectionTo, type Whole } from "./judge.ts";
import { changedMails } from "./mail.ts";

type Loaded = Pick<Whole, "held" | "stands" | "hasLeft">;
type Ending = Whole & { readonly token: string };

const counterOf = ({ secrets }: ResetServices, { flow }: Pick<Whole["scene"], "flow">) => {
  const { entranceId, state } = flow;
  return { entranceId, loginMac: loginMacOf(secrets, entranceId, foldId(state.owner.userId)) };
};

/** The mail was received at the address that codes and notices go to. */
const isMainProved = ({ scene, stands }: Whole): boolean => {
  const { mailedTo } = scene.flow.state;
  return mailedTo !== null && stands.email !== null && isSameAddress(mailedTo, stands.email);
};

const isEndingOthers = ({ scene: { society, flow } }: Whole): boolean =>
  endsOthers(society.policy, flow.state);

/** Others end before this one begins, or it would end with them. */
const sessionChange =
  ({ secrets, methods }: ResetServices, ending: Ending): Change =>
  async (tx) => {
    const { society, request, flow } = ending.scene;
    const { owner, factor } = flow.state;
    const { accountId } = owner;
    if (isEndingOthers(ending)) await endSessionsOf(tx, accountId, request.now);
    beginSession({
      accountId,
      token: sessionToken(secrets, ending.token),
      policy: society.policy.session,
      request,
      amr: amrOf(methods, { ...factor, made: madeIn(ending) }),
    })(tx);
  };

const changesOf = (services: ResetServices, ending: Ending): readonly Change[] => {
  const { scene } = ending;
  const { owner, password } = scene.flow.state;
  return [
    setPassword({
      accountId: owner.accountId,
      hash: password?.hash ?? "",
      now: scene.now,
      confirmsEmail: isMainProved(ending),
    }),
    (tx) => forgetCounters(tx, counterOf(services, scene)),
  ];
};

const mailsOf = (whole: Whole) => {
  const { scene, held, stands } = whole;
  const { owner, lost } = scene.flow.state;
  return changedMails({
    addresses: [stands.email, stands.secondEmail],
    language: held.language,
    society: scene.society,
    memberId: owner.memberId,
    initials: owner.initials,
    at: scene.now,
    endsOthers: isEndingOthers(whole),
    resetsFactors: lost !== null,
  });
};

const complete = (services: ResetServices, ending: Ending): Finish<State> => {
  const { flow } = ending.scene;
  const { owner, factor, ground, lost } = flow.state;
  const signsOutEverywhere = isEndingOthers(ending);
  const factors = factorEffects(services.methods, ending);
  const amr = amrOf(services.methods, { ...factor, made: madeIn(ending) });
  return {
    kind: "complete",
    state: { signsOutEverywhere, lost },
    changes: [...changesOf(services, ending), ...factors.changes, sessionChange(services, ending)],
    facts: [
      memberDid("account.password-reset", owner, { ground, lost, signsOutEverywhere }),
      ...factors.facts,
      memberDid("account.signed-in", owner, { amr: amr.join(" ") }),
    ],
    mails: [...mailsOf(ending), ...factors.mails],
  };
};

/** The new password with all that comes of it, in one transaction; or nothing of it. */
export const finish = (services: ResetServices): FinishRule<State, Loaded | null> => ({
  load: async (tx, scene) => {
    const { accountId } = scene.flow.state.owner;
    holdCounters(tx, counterOf(services, scene));
    const held = await holdFactors(tx, accountId);
    if (!held) return null;
    const browserHash = hashToken(scene.request.browser.token);
    const since = scene.flow.startedAt;
    const [stands, hasLeft] = await Promise.all([
      standingOf(tx, accountId),
      hasComeOrGone(tx, { accountId, browserHash, since }),
    ]);
    return { held, stands, hasLeft };
  },
  decide: ({ scene, loaded, token }) => {
    if (!loaded) return { kind: "end", outcome: "changed" };
    const ending = { scene, ...loaded, token };
    return objectionTo(ending) ?? complete(services, ending);
  },
});
