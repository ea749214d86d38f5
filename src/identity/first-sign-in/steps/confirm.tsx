import { form, stepOf } from "../../../flow/index.ts";
import { isPreferenceAsked } from "../rules.ts";
import type { State } from "../types.ts";
import { ConfirmPage } from "../views/confirm-page.tsx";

/** 「入力確認画面」: 「実行」 is the last step; what it comes to is in `finish`. */
export const confirm = stepOf<State>()({
  name: "confirm",
  input: () => form({}),
  decide: () => ({ kind: "done" }),
  page: (view, shown) => (
    <ConfirmPage
      view={view}
      shown={shown}
      isPreferenceAsked={isPreferenceAsked(shown.scene.policy.updateMails)}
    />
  ),
});
