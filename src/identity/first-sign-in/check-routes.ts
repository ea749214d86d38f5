import { initialsOf } from "../../kernel/initials.ts";
import type { Web } from "../../platform/http/types.ts";
import { linkKind, type PressFound, pressRoutes } from "../mail-check/index.ts";
import { firstSignIn } from "./definition.tsx";
import { isVerified } from "./flow.ts";
import { addressOfStep } from "./rules.ts";
import { holderOf } from "./store.ts";
import { pressWords } from "./text/press-text.ts";
import type { FirstSignInServices, State } from "./types.ts";

/** The letter's holder, who is on file. */
const initialsFrom =
  ({ database }: FirstSignInServices) =>
  ({ society, stands }: PressFound<State>): string | Promise<string> =>
    stands.at === "absent"
      ? ""
      : database.inSociety(society.id, async (tx) =>
          initialsOf((await holderOf(tx, stands.scene.flow.memberId)).nameKana),
        );

/** `/check-address/…` */
export const checkRoutes = (services: FirstSignInServices): ((web: Web) => void) =>
  pressRoutes(services, {
    path: "/check-address",
    kind: linkKind,
    definition: firstSignIn(services),
    societyOf: (id) => services.registry.society(id) ?? null,
    addressOf: addressOfStep,
    isProved: isVerified,
    initialsOf: initialsFrom(services),
    words: pressWords,
  });
