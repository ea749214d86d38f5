import {
  andThen,
  form,
  line,
  mailAddress,
  optional,
  type Scene,
  stepOf,
  type Typed,
  ticked,
} from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { foldId } from "../../../kernel/width.ts";
import { isUserIdTaken } from "../../accounts/index.ts";
import { mintCheck } from "../../mail-check/index.ts";
import { hashed, ownDataIn, sameAgain } from "../../passwords/index.ts";
import { judgeUserId, symbolsIn } from "../../user-ids/index.ts";
import { isOwnId } from "../finish/user-id-of.ts";
import { isEmailNeeded, isPreferenceAsked, triesRefused } from "../rules.ts";
import { failedTries } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { DetailsPage } from "../views/details-page.tsx";
import { newPassword } from "./parts/new-password.ts";
import { loadAddress, takeAddress } from "./parts/prove-address.ts";
import { tellTaken } from "./parts/taken.ts";
import { tryOf } from "./parts/tries.ts";

const fieldsOf = (services: FirstSignInServices, scene: Scene<State>, typed: Typed) => {
  const { policy, flow } = scene;
  const { userId = "", email = "" } = typed;
  return form({
    userId: andThen(line(100), (chosen) => {
      const { former, issuedId } = flow.state;
      const isKept = foldId(chosen.trim()) === former?.userId.key;
      return isKept ? ok(former.userId) : judgeUserId(chosen, policy.userId, issuedId);
    }),
    password: newPassword(services, scene, { userId, email }),
    passwordAgain: sameAgain(typed),
    email: isEmailNeeded(policy, flow.state) ? mailAddress : optional(mailAddress),
    wantsUpdateMails: ticked,
  });
};

/** 「個人情報入力画面」: the user ID, password and address to use from now on. */
export const detailsStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "details",
    secrets: ["password", "passwordAgain"],
    input: (scene, typed) => fieldsOf(services, scene, typed),
    prepare: async ({ now }, input) => {
      const password = await hashed(services, input.password);
      return password.ok ? ok({ password: password.value, minted: mintCheck(now) }) : password;
    },
    load: async (tx, scene, { userId, email }) => {
      const [isTaken, address, failed] = await Promise.all([
        isOwnId(userId.key, scene.flow.state)
          ? false
          : isUserIdTaken(tx, scene.flow.entranceId, userId.key),
        loadAddress(tx, scene, email),
        failedTries(tx, tryOf(services.secrets, scene, "user-id-taken")),
      ]);
      return { isTaken, address, failed };
    },
    decide: ({ scene, input, loaded, prepared }) => {
      const { secrets } = services;
      const refused = triesRefused(loaded.failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      const own = ownDataIn(input.password.typed, loaded.address.holder);
      if (own) return { kind: "refuse", errors: { password: own } };
      if (loaded.isTaken) return tellTaken(scene, tryOf(secrets, scene, "user-id-taken"));
      const { email, userId } = input;
      const mayWant = email !== null && isPreferenceAsked(scene.policy.updateMails);
      const wantsUpdateMails = input.wantsUpdateMails && mayWant;
      const { password, minted } = prepared;
      const learnt = { userId, password, email, wantsUpdateMails };
      return takeAddress({ secrets, scene, learnt, loaded: loaded.address, minted });
    },
    typed: ({ flow: { state } }) => ({
      userId: state.userId?.shown ?? state.former?.userId.shown ?? "",
      // An address that was taken away is not offered again.
      email: state.email ?? (state.userId === null ? state.former?.email : null) ?? "",
      wantsUpdateMails: state.wantsUpdateMails ? "yes" : "",
    }),
    page: (view, shown) => (
      <DetailsPage
        view={view}
        shown={shown}
        mailDomain={services.mailDomainOf(shown.scene.society)}
        symbols={symbolsIn(view.lang, shown.scene.policy.userId.symbols)}
        isEmailNeeded={isEmailNeeded(shown.scene.policy, shown.scene.flow.state)}
        isPreferenceAsked={isPreferenceAsked(shown.scene.policy.updateMails)}
      />
    ),
  });
