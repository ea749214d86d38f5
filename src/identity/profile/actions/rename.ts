import { actionOf } from "../../../flow/index.ts";
import type { FactorId } from "../../../kernel/ids.ts";
import { factorDid } from "../../factor-steps/index.ts";
import { type Methods, renameFactor } from "../../methods/index.ts";
import type { Done } from "../notice.ts";
import { type Loaded, loadHeld, mailsOf, unchanged } from "./parts.ts";

/** 「名前を変える」 */
export const rename = (methods: Methods) =>
  actionOf<{ readonly id: string; readonly name: string }, Loaded, Done>({
    load: loadHeld,
    decide: ({ scene, input: { id, name }, loaded }) => {
      const target = loaded.held.factors.find((one) => one.id === id);
      if (!target || methods.named(target.method).isSingle) return unchanged("gone");
      const { method } = target;
      const factor = { method, name };
      if (target.name === name) return unchanged("renamed", factor);
      return {
        outcome: { what: "renamed", which: factor },
        changes: [renameFactor(id as FactorId, name)],
        facts: [factorDid("factor.renamed", scene.session, { method, factorId: id })],
        mails: mailsOf(methods, { scene, loaded }, { what: "renamed", factor }),
      };
    },
  });
