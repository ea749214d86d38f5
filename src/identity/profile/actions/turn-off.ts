import { actionOf } from "../../../flow/index.ts";
import type { Methods } from "../../methods/index.ts";
import type { Done } from "../notice.ts";
import { judgeOff } from "../removal.ts";
import { type Loaded, loadHeld, removed, unchanged } from "./parts.ts";

/** 「使わない」: everything that is enrolled goes. */
export const turnOff = (methods: Methods) =>
  actionOf<undefined, Loaded, Done>({
    load: loadHeld,
    decide: ({ scene, loaded }) => {
      const { held, person } = loaded;
      const judged = judgeOff({ policy: scene.society.policy, person }, held);
      if (judged.kind === "gone") return unchanged("off");
      if (judged.kind === "last") return unchanged("last");
      return { outcome: { what: "off" }, ...removed(methods, { scene, loaded }, judged) };
    },
  });
