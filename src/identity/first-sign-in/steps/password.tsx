import { form, stepOf, ticked } from "../../../flow/index.ts";
import { hashed, ownDataIn, sameAgain } from "../../passwords/index.ts";
import { userIdOf } from "../finish/user-id-of.ts";
import { holderOf } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { PasswordPage } from "../views/password-page.tsx";
import { newPassword } from "./parts/new-password.ts";

/** 「パスワードの更新」: the last step; what it comes to is in `finish`. */
export const passwordStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "password",
    secrets: ["password", "passwordAgain"],
    input: (scene, typed) => {
      const { policy, flow } = scene;
      return form({
        password: newPassword(services, scene, {
          userId: userIdOf(policy, flow.state).shown,
          email: flow.state.email ?? "",
        }),
        passwordAgain: sameAgain(typed),
        signsOutEverywhere: ticked,
      });
    },
    prepare: (_, { password }) => hashed(services, password),
    load: (tx, { flow }) => holderOf(tx, flow.memberId),
    decide: ({ input, loaded, prepared }) => {
      const own = ownDataIn(input.password.typed, loaded);
      if (own) return { kind: "refuse", errors: { password: own } };
      const { signsOutEverywhere } = input;
      return { kind: "done", state: { password: prepared, signsOutEverywhere } };
    },
    typed: () => ({ signsOutEverywhere: "yes" }),
    page: (view, shown) => {
      const { policy, flow } = shown.scene;
      return (
        <PasswordPage
          view={view}
          shown={shown}
          userId={userIdOf(policy, flow.state).shown}
          isFormer={userIdOf(policy, flow.state).key === flow.state.former?.userId.key}
        />
      );
    },
  });
