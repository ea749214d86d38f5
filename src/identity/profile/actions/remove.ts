import { actionOf } from "../../../flow/index.ts";
import type { Methods } from "../../methods/index.ts";
import type { Done } from "../notice.ts";
import { judgeRemoval } from "../removal.ts";
import { type Loaded, loadHeld, removed, unchanged } from "./parts.ts";

/** 「削除する」: one passkey, device or mailbox. Judged while the account is held, by today's policy. */
export const remove = (methods: Methods) =>
  actionOf<{ readonly id: string }, Loaded, Done>({
    load: loadHeld,
    decide: ({ scene, input: { id }, loaded }) => {
      const { held, person } = loaded;
      const judged = judgeRemoval({ policy: scene.society.policy, person }, held, id);
      if (judged.kind !== "removed") return unchanged(judged.kind);
      const [target] = judged.removed;
      const effects = removed(methods, { scene, loaded }, judged);
      return {
        outcome: target ? { what: "removed", which: target } : { what: "removed" },
        ...effects,
      };
    },
  });
