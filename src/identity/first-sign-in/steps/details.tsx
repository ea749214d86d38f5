import {
  form,
  line,
  mailAddress,
  needed,
  optional,
  password,
  stepOf,
  ticked,
} from "../../../flow/index.ts";
import { ok, refuse } from "../../../kernel/result.ts";
import { isUserIdTaken } from "../../accounts/index.ts";
import { isCommonPassword, judgePassword } from "../../passwords/index.ts";
import { foldPrinted } from "../../provisional/index.ts";
import { judgeUserId } from "../../user-ids/index.ts";
import { isEmailNeeded, isPreferenceAsked } from "../rules.ts";
import type { FirstSignInServices } from "../services.ts";
import type { State } from "../state.ts";
import { proofOnFile } from "../store.ts";
import { DetailsPage } from "../views/details-page.tsx";

const words = ["kenpo", "kenko", "password", "portal", "けんぽ"];

/** 「個人情報入力画面」: the user ID, password and address to use from now on. */
export const detailsStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "details",
    secrets: ["password", "passwordAgain"],
    input: ({ policy }) =>
      form({
        userId: line(100),
        password,
        passwordAgain: needed(password),
        email: isEmailNeeded(policy.email) ? mailAddress : optional(mailAddress),
        wantsUpdateMails: ticked,
      }),
    judge: (scene, input) => {
      const { policy, society, flow } = scene;
      const userId = judgeUserId(input.userId, policy.userId, flow.state.issuedId);
      const chosen = judgePassword(input.password, policy.password, {
        ids: [input.userId, flow.state.issuedId],
        known: [society.insurerNumber, input.email ?? ""],
        isCommon: isCommonPassword,
        words: [...words, society.code],
      });
      const isPrinted =
        services.secrets.mac("session", foldPrinted(input.password)) === flow.state.printedMac;
      return {
        ...(userId.ok ? {} : { userId }),
        ...(chosen.ok ? {} : { password: chosen }),
        ...(chosen.ok && isPrinted ? { password: refuse("password-is-provisional") } : {}),
        ...(input.password === input.passwordAgain
          ? {}
          : { passwordAgain: refuse("passwords-differ") }),
      };
    },
    prepare: async (_, input) => {
      using ticket = services.passwords.ticket();
      return ticket
        ? ok({ passwordHash: await services.passwords.hash(ticket, input.password) })
        : refuse("busy");
    },
    load: async (tx, { flow, policy }, input) => {
      const userId = judgeUserId(input.userId, policy.userId, flow.state.issuedId);
      const [isTaken, bornOn] = await Promise.all([
        userId.ok && isUserIdTaken(tx, flow.entranceId, userId.value.key),
        proofOnFile(tx, flow.memberId),
      ]);
      return { isTaken, bornOn };
    },
    decide: ({ scene, input, loaded, prepared }) => {
      const { flow, policy } = scene;
      const userId = judgeUserId(input.userId, policy.userId, flow.state.issuedId);
      const traits = judgePassword(input.password, policy.password, {
        ids: [],
        known: [loaded.bornOn.replaceAll("-", "")],
        isCommon: () => false,
        words: [],
      });
      if (!userId.ok) return { kind: "refuse", errors: { userId } };
      if (!traits.ok) return { kind: "refuse", errors: { password: traits } };
      if (loaded.isTaken)
        return {
          kind: "refuse",
          // The one place that tells an ID exists: in a proofed flow, few tries, on record.
          isWrongTry: true,
          errors: { userId: refuse("user-id-taken") },
          facts: [
            {
              action: "first-sign-in.taken-id-told",
              actor: { kind: "stranger" },
              subject: { kind: "credential", id: flow.subjectId },
              memberId: flow.memberId,
            },
          ],
        };
      return {
        kind: "done",
        state: {
          details: {
            userId: userId.value,
            passwordHash: prepared.passwordHash,
            passwordTraits: traits.value,
            email: input.email,
            wantsUpdateMails:
              input.wantsUpdateMails &&
              input.email !== null &&
              isPreferenceAsked(policy.updateMails),
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
        isEmailNeeded={isEmailNeeded(shown.scene.policy.email)}
        isPreferenceAsked={isPreferenceAsked(shown.scene.policy.updateMails)}
      />
    ),
  });
