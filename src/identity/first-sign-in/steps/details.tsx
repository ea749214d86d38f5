import {
  andThen,
  errorOf,
  form,
  line,
  mailAddress,
  optional,
  password,
  type Scene,
  stepOf,
  type Typed,
  ticked,
} from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { isUserIdTaken } from "../../accounts/index.ts";
import { holdsOwnData, isCommonPassword, judgePassword } from "../../passwords/index.ts";
import { foldPrinted } from "../../provisional/index.ts";
import { judgeUserId, symbolsIn } from "../../user-ids/index.ts";
import { isEmailNeeded, isPreferenceAsked, triesRefused } from "../rules.ts";
import { failedTries, noteFailedTry, proofOnFile } from "../store.ts";
import { tryOf } from "../tries.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { DetailsPage } from "../views/details-page.tsx";

const words = ["kenpo", "kenko", "password", "portal", "けんぽ"];

/** A new password beside everything it must differ from. */
const newPassword = (services: FirstSignInServices, scene: Scene<State>, typed: Typed) => {
  const { policy, society, flow } = scene;
  const { issuedId, printedMac } = flow.state;
  return andThen(password, (chosen) => {
    if (services.secrets.mac("printed", foldPrinted(chosen)) === printedMac)
      return refuse("password-is-provisional");
    const judged = judgePassword(chosen, policy.password, {
      ids: [typed.userId ?? "", issuedId],
      known: [society.insurerNumber, typed.email ?? ""],
      isCommon: isCommonPassword,
      words: [...words, society.code],
    });
    return judged.ok ? ok({ typed: chosen, traits: judged.value }) : judged;
  });
};

const fieldsOf = (services: FirstSignInServices, scene: Scene<State>, typed: Typed) => {
  const { policy, flow } = scene;
  return form({
    userId: andThen(line(100), (chosen) => judgeUserId(chosen, policy.userId, flow.state.issuedId)),
    password: newPassword(services, scene, typed),
    passwordAgain: andThen(password, (again) =>
      again === typed.password ? ok(again) : refuse("passwords-differ"),
    ),
    email: isEmailNeeded(policy.email) ? mailAddress : optional(mailAddress),
    wantsUpdateMails: ticked,
  });
};

/** 「個人情報入力画面」: the user ID, password and address to use from now on. */
export const detailsStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "details",
    secrets: ["password", "passwordAgain"],
    input: (scene, typed) => fieldsOf(services, scene, typed),
    prepare: async (_, input) => {
      using ticket = services.passwords.ticket();
      return ticket
        ? ok({ passwordHash: await services.passwords.hash(ticket, input.password.typed) })
        : refuse("busy");
    },
    load: async (tx, scene, input) => {
      const { flow } = scene;
      const [isTaken, bornOn, failed] = await Promise.all([
        isUserIdTaken(tx, flow.entranceId, input.userId.key),
        proofOnFile(tx, flow.memberId),
        failedTries(tx, tryOf(services.secrets, scene, "user-id-taken")),
      ]);
      return { isTaken, bornOn, failed };
    },
    decide: ({ scene, input, loaded, prepared }) => {
      const { flow, policy } = scene;
      const refused = triesRefused(loaded.failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      if (holdsOwnData(input.password.typed, [loaded.bornOn.replaceAll("-", "")]))
        return { kind: "refuse", errors: errorOf("password", "password-holds-own-data") };
      if (loaded.isTaken)
        return {
          kind: "refuse",
          // The one place that tells an ID exists: in a proofed flow, few tries, on record.
          isWrongTry: true,
          errors: errorOf("userId", "user-id-taken"),
          changes: [noteFailedTry(tryOf(services.secrets, scene, "user-id-taken"))],
          facts: [
            {
              action: "first-sign-in.taken-id-told",
              actor: { kind: "stranger" },
              subject: { kind: "credential", id: flow.subjectId },
              memberId: flow.memberId,
            },
          ],
        };
      const { email, userId, password } = input;
      const mayWant = email !== null && isPreferenceAsked(policy.updateMails);
      return {
        kind: "done",
        state: {
          details: {
            userId,
            passwordHash: prepared.passwordHash,
            passwordTraits: password.traits,
            email,
            wantsUpdateMails: input.wantsUpdateMails && mayWant,
          },
        },
      };
    },
    typed: ({ flow: { state } }) =>
      state.details
        ? {
            userId: state.details.userId.shown,
            email: state.details.email ?? "",
            wantsUpdateMails: state.details.wantsUpdateMails ? "yes" : "",
          }
        : {},
    page: (view, shown) => (
      <DetailsPage
        view={view}
        shown={shown}
        mailDomain={services.mailDomain}
        symbols={symbolsIn(view.lang, shown.scene.policy.userId.symbols)}
        isEmailNeeded={isEmailNeeded(shown.scene.policy.email)}
        isPreferenceAsked={isPreferenceAsked(shown.scene.policy.updateMails)}
      />
    ),
  });
