import { actionOf } from "../../../flow/index.ts";
import { factorDid } from "../../factor-steps/index.ts";
import { activate as activated, type MethodName, type Methods } from "../../methods/index.ts";
import type { Done } from "../notice.ts";
import { canActivate } from "../removal.ts";
import { type Loaded, loadHeld, mailsOf, unchanged } from "./parts.ts";

/** 「認証方法」 of the pulldown, where it is enrolled: asked for first from now on. */
export const activate = (methods: Methods) =>
  actionOf<{ readonly method: MethodName }, Loaded, Done>({
    load: loadHeld,
    decide: ({ scene, input: { method }, loaded }) => {
      const { society, session } = scene;
      const { factors, active } = loaded.held;
      if (!canActivate(society.policy, factors, method)) return unchanged("gone");
      const factor = { method, name: "" };
      if (active === method) return unchanged("active", factor);
      return {
        outcome: { what: "active", which: factor },
        changes: [activated(session.accountId, method)],
        facts: [factorDid("factor.activated", session, { method })],
        mails: mailsOf(methods, { scene, loaded }, { what: "active", factor }),
      };
    },
  });
