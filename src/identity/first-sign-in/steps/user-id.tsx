import { andThen, form, line, stepOf } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { foldId } from "../../../kernel/width.ts";
import { isUserIdTaken } from "../../accounts/index.ts";
import { issuedAsUserId, judgeUserId, symbolsIn } from "../../user-ids/index.ts";
import { isOwnId } from "../finish/user-id-of.ts";
import { triesRefused } from "../rules.ts";
import { failedTries, holdLetter } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { UserIdPage } from "../views/user-id-page.tsx";
import { tellTaken } from "./parts/taken.ts";
import { tryOf } from "./parts/tries.ts";

/** 「ユーザID」: the issued one is kept as it is, or another one is chosen. */
export const userIdStep = ({ secrets }: FirstSignInServices) =>
  stepOf<State>()({
    name: "user-id",
    input: ({ policy, flow: { state } }) =>
      form({
        userId: andThen(line(100), (typed) => {
          const key = foldId(typed.trim());
          if (key === state.former?.userId.key) return ok(state.former.userId);
          return policy.userId.issuedMayStay && key === foldId(state.issuedId)
            ? ok(issuedAsUserId(state.issuedId))
            : judgeUserId(typed, policy.userId, state.issuedId);
        }),
      }),
    load: async (tx, scene, { userId }) => {
      const { entranceId, state } = scene.flow;
      holdLetter(tx, scene.flow);
      const [isTaken, failed] = await Promise.all([
        isOwnId(userId.key, state) ? false : isUserIdTaken(tx, entranceId, userId.key),
        failedTries(tx, tryOf(secrets, scene, "user-id-taken")),
      ]);
      return { isTaken, failed };
    },
    decide: ({ scene, input: { userId }, loaded: { isTaken, failed } }) => {
      const refused = triesRefused(failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      if (isTaken) return tellTaken(scene, tryOf(secrets, scene, "user-id-taken"));
      return { kind: "done", state: { userId } };
    },
    typed: ({ flow: { state }, policy }) => ({
      userId:
        state.userId?.shown ??
        state.former?.userId.shown ??
        (policy.userId.issuedMayStay ? state.issuedId : ""),
    }),
    page: (view, shown) => (
      <UserIdPage
        view={view}
        shown={shown}
        symbols={symbolsIn(view.lang, shown.scene.policy.userId.symbols)}
        mayKeep={shown.scene.policy.userId.issuedMayStay}
      />
    ),
  });
