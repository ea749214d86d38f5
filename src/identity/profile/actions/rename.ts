import { actionOf } from "../../../flow/index.ts";
import type { FactorId } from "../../../kernel/ids.ts";
import { factorDid } from "../../factor-steps/index.ts";
import { isNameTaken, type Methods, renameFactor } from "../../methods/index.ts";
import type { Notice } from "../notice.ts";
import { type Loaded, loadHeld, mailsOf, unchanged } from "./parts.ts";

/** 「名前を変える」: two of a kind with one name could not be told apart at a sign-in. */
export const rename = (methods: Methods) =>
  actionOf<{ readonly id: string; readonly name: string }, Loaded, Notice>({
    load: loadHeld,
    decide: ({ scene, input: { id, name }, loaded }) => {
      const target = loaded.held.factors.find((one) => one.id === id);
      if (!target || methods.named(target.method).isSingle) return unchanged("gone");
      const { method } = target;
      const factor = { method, name };
      if (target.name === name) return unchanged("renamed", factor);
      const others = loaded.held.factors.filter((one) => one.method === method && one !== target);
      if (isNameTaken(name, others))
        return {
          outcome: { what: "refused", code: "factor-name-taken", facts: { name }, typed: name },
        };
      return {
        outcome: { what: "renamed", which: factor },
        changes: [renameFactor(id as FactorId, name)],
        facts: [factorDid("factor.renamed", scene.session, { method, factorId: id })],
        mails: mailsOf(methods, { scene, loaded }, { what: "renamed", factor }),
      };
    },
  });
