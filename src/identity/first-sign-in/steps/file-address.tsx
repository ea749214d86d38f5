import { form, stepOf } from "../../../flow/index.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import { maskAddress } from "../../../kernel/mail-address.ts";
import { ok } from "../../../kernel/result.ts";
import {
  checksOf,
  mintCheck,
  newestCheck,
  sendCheck,
  sendRefused,
} from "../../mail-check/index.ts";
import { holderOf } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { FileAddressPage } from "../views/file-address-page.tsx";

/**
 * Of a password that may be guessed: a mail to the address on file, before that address is shown or
 * another one may take its place.
 */
export const fileAddressStep = (services: FirstSignInServices) =>
  stepOf<State>()({
    name: "file-address",
    input: () => form({}),
    prepare: async ({ now }) => ok(mintCheck(now)),
    load: async (tx, { flow, now }) => {
      const email = flow.state.fileAddress ?? "";
      const [holder, before, checks] = await Promise.all([
        holderOf(tx, flow.memberId),
        newestCheck(tx, { flowId: flow.id, step: "file-address-check" }),
        checksOf(tx, { subjectId: flow.subjectId, email, now }),
      ]);
      return { holder, before, ...checks };
    },
    decide: ({ scene, loaded, prepared }) => {
      const email = scene.flow.state.fileAddress ?? "";
      const { before, sentToday, holder } = loaded;
      const refused = sendRefused(before, { email, sentToday, now: scene.now });
      if (refused?.code === "mail-too-soon") return { kind: "done" };
      if (refused) return { kind: "refuse", errors: { "": refused } };
      const initials = initialsOf(holder.nameKana);
      const { secrets } = services;
      const step = "file-address-check";
      const sent = sendCheck({ secrets, scene, step, email, initials, minted: prepared });
      return { kind: "done", ...sent };
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
