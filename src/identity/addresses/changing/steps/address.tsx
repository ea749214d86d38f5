import { errorOf, form, mailAddress, stepOf } from "../../../../flow/index.ts";
import { ok } from "../../../../kernel/result.ts";
import { mintCheck } from "../../../mail-check/index.ts";
import { judgeNew } from "../../rules.ts";
import type { AddressesServices } from "../../types.ts";
import { AddressPage } from "../../views/address-page.tsx";
import { mailedSoFar, send } from "../sending.ts";
import type { State } from "../types.ts";

/** What is there already and does not work may be shown to work. */
const prefilled = ({ which, before }: State): string =>
  which === "main" && (before.confirmedAt === null || before.failedAt !== null)
    ? (before.email ?? "")
    : "";

/** The address is typed, and a mail goes to it. */
export const addressStep = ({ secrets, mailDomainOf }: AddressesServices) =>
  stepOf<State>()({
    name: "address",
    input: () => form({ email: mailAddress }),
    prepare: async ({ now }) => ok(mintCheck(now)),
    load: (tx, scene, { email }) => mailedSoFar(tx, scene, email),
    decide: ({ scene, input: { email }, loaded, prepared: minted }) => {
      const { which } = scene.flow.state;
      const judged = judgeNew(loaded.addresses, { which, email });
      if (!judged.ok)
        return { kind: "refuse", errors: errorOf("email", judged.code, judged.facts) };
      const sent = send({ secrets, scene, email, minted, mailed: loaded });
      const state = { email, provedBy: null };
      if (!("code" in sent)) return { kind: "done", state, ...sent };
      // The mail to this very address has just gone: its page says when the next one may.
      if (sent.code === "mail-too-soon") return { kind: "done", state };
      return { kind: "refuse", errors: { email: sent } };
    },
    typed: ({ flow: { state } }) => ({ email: state.email ?? prefilled(state) }),
    page: (view, { scene, action, turn, typed, errors }) => (
      <AddressPage
        view={view}
        which={scene.flow.state.which}
        form={{ action, turn, email: typed.email ?? "", errors }}
        current={scene.flow.state.before}
        mailDomain={mailDomainOf(scene.society)}
      />
    ),
  });
