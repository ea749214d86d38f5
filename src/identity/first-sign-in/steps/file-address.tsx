import { form, stepOf } from "../../../flow/index.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import { ok } from "../../../kernel/result.ts";
import { mintCheck, sendCheck, sendRefused } from "../../mail-check/index.ts";
import { letterDid } from "../facts.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { FileAddressPage } from "../views/file-address-page.tsx";
import { loadAddress } from "./parts/prove-address.ts";

const step = "file-address-check";

/**
 * Of a password that may be guessed: a mail to the address on file, before that address is shown or
 * another one may take its place.
 */
export const fileAddressStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "file-address",
    input: () => form({}),
    prepare: async ({ now }) => ok(mintCheck(now)),
    load: (tx, scene) => loadAddress(tx, scene, scene.flow.state.fileAddress),
    decide: ({ scene, loaded, prepared: minted }) => {
      const { flow, now } = scene;
      const email = flow.state.fileAddress ?? "";
      const refused = sendRefused({ ...loaded, now });
      if (refused?.code === "mail-too-soon") return { kind: "done" };
      if (refused) return { kind: "refuse", errors: { "": refused } };
      const initials = initialsOf(loaded.holder.nameKana);
      const { secrets } = services;
      const sent = sendCheck({ secrets, scene, step, email, isOnFile: true, initials, minted });
      const facts = [letterDid("first-sign-in.file-address-asked", flow)];
      return { kind: "done", ...sent, facts };
    },
    page: (view, shown) => (
      <FileAddressPage
        view={view}
        shown={shown}
        masked={maskAddress(shown.scene.flow.state.fileAddress ?? "")}
        mailDomain={services.mailDomainOf(shown.scene.society)}
      />
    ),
  });
