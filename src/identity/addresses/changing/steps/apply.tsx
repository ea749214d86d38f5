import { form, stepOf } from "../../../../flow/index.ts";
import { ApplyPage } from "../../views/apply-page.tsx";
import type { State } from "../types.ts";

/** After the mail's button: the browser that began says that it shall be so. */
export const applyStep = stepOf<State>()({
  name: "apply",
  input: () => form({}),
  decide: () => ({ kind: "done" }),
  page: (view, { scene, action, turn }) => (
    <ApplyPage
      view={view}
      which={scene.flow.state.which}
      form={{ action, turn }}
      address={scene.flow.state.email ?? ""}
    />
  ),
});
