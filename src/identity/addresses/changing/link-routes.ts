import type { FlowDefinition } from "../../../flow/index.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { Web } from "../../../platform/http/types.ts";
import { pressRoutes } from "../../mail-check/index.ts";
import { pressWords } from "../text/press-text.ts";
import type { AddressesServices } from "../types.ts";
import type { State } from "./types.ts";

/** `/change-address/…` @throws TroubleError `ended`, of a society whose contract ended */
export const checkLinkRoutes = (
  services: AddressesServices,
  definition: FlowDefinition<State>,
): ((web: Web) => void) =>
  pressRoutes(services, {
    path: "/change-address",
    kind: "change-address",
    definition,
    societyOf: (id) => {
      const society = services.registry.society(id);
      if (!society) throw new TroubleError("ended");
      return society;
    },
    addressOf: (_, { email }) => email,
    // What was proved leads the flow on by itself.
    isProved: () => false,
    initialsOf: ({ stands }) => (stands.at === "step" ? stands.scene.flow.state.initials : ""),
    words: pressWords,
  });
