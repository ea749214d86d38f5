import { form, mailAddress, optional, stepOf, ticked } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { mintCheck } from "../../mail-check/index.ts";
import { isVerified } from "../flow.ts";
import { isEmailNeeded, isPreferenceAsked } from "../rules.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { AddressPage } from "../views/address-page.tsx";
import { loadAddress, takeAddress } from "./parts/prove-address.ts";

/** The address that the society's file has, where this person may see it. */
const shownFromFile = ({ isWeak, fileAddress, verified }: State, isShown: boolean) => {
  if (fileAddress === null) return "";
  if (isWeak) return isVerified(fileAddress, { verified }) ? fileAddress : "";
  return isShown ? fileAddress : "";
};

/** 「メールアドレス確認」: confirm or change. The mail goes out with this step. */
export const addressStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "address",
    input: ({ policy, flow }) =>
      form({
        email: isEmailNeeded(policy, flow.state) ? mailAddress : optional(mailAddress),
        wantsUpdateMails: ticked,
      }),
    prepare: async ({ now }) => ok(mintCheck(now)),
    load: (tx, scene, { email }) => loadAddress(tx, scene, email),
    decide: ({ scene, input, loaded, prepared: minted }) => {
      const { email } = input;
      const mayWant = email !== null && isPreferenceAsked(scene.policy.updateMails);
      const learnt = { email, wantsUpdateMails: input.wantsUpdateMails && mayWant };
      return takeAddress({ secrets: services.secrets, scene, learnt, loaded, minted });
    },
    typed: ({ flow: { state }, policy }) => ({
      email:
        state.email ??
        state.former?.email ??
        shownFromFile(state, policy.email.fromFile === "shown-to-confirm"),
      wantsUpdateMails: state.wantsUpdateMails ? "yes" : "",
    }),
    page: (view, shown) => (
      <AddressPage
        view={view}
        shown={shown}
        mailDomain={services.mailDomainOf(shown.scene.society)}
        isNeeded={isEmailNeeded(shown.scene.policy, shown.scene.flow.state)}
        isPreferenceAsked={isPreferenceAsked(shown.scene.policy.updateMails)}
      />
    ),
  });
