import { form, stepOf, ticked } from "../../../flow/index.ts";
import { hashed, newPasswordField, ownDataIn, sameAgain } from "../../passwords/index.ts";
import { password as name } from "../plan.ts";
import { endsOthers } from "../rules.ts";
import { onFileOf } from "../store.ts";
import { isTemporary } from "../temporary/secret.ts";
import type { ResetServices, State } from "../types.ts";
import { PasswordPage } from "../views/password-page.tsx";

/** 「パスワードの更新」: the last step; what it comes to is in `finish/`. */
export const passwordStep = (services: ResetServices) =>
  stepOf<State>()({
    name,
    secrets: ["password", "passwordAgain"],
    input: ({ policy, society, flow }, typed) => {
      const { owner, temporaryMac: mac } = flow.state;
      const { accountId } = owner;
      return form({
        password: newPasswordField({
          policy: policy.password,
          society,
          ids: [owner.userId],
          email: owner.email ?? "",
          isProvisional: (chosen) => isTemporary(services.secrets, { accountId, mac }, chosen),
        }),
        passwordAgain: sameAgain(typed),
        signsOutEverywhere: ticked,
      });
    },
    prepare: (_, { password }) => hashed(services, password),
    load: (tx, { flow }) => onFileOf(tx, flow.memberId),
    decide: ({ input, loaded, prepared }) => {
      const own = ownDataIn(input.password.typed, loaded);
      if (own) return { kind: "refuse", errors: { password: own } };
      const { signsOutEverywhere } = input;
      return { kind: "done", state: { password: prepared, signsOutEverywhere } };
    },
    // Signed out everywhere, unless somebody wants it otherwise.
    typed: () => ({ signsOutEverywhere: "yes" }),
    page: (view, shown) => (
      <PasswordPage
        view={view}
        shown={shown}
        mayStay={
          !endsOthers(shown.scene.policy, {
            ...shown.scene.flow.state,
            signsOutEverywhere: false,
          })
        }
      />
    ),
  });
