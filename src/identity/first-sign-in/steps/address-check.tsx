import {
  digits,
  errorOf,
  form,
  oneOf,
  type Scene,
  stepOf,
  type Typed,
} from "../../../flow/index.ts";
import { initialsOf } from "../../../kernel/initials.ts";
import { isSameAddress, maskAddress } from "../../../kernel/mail-address.ts";
import { ok, type Refusal, refuse } from "../../../kernel/result.ts";
import { hashToken } from "../../../platform/crypto/tokens.ts";
import type { Tx } from "../../../platform/database/types.ts";
import {
  checkByToken,
  codeTries,
  confirmCheck,
  countWrongCode,
  isCode,
  judgeCode,
  judgePress,
  type KeptCheck,
  mintCheck,
  newestCheck,
  sendCheck,
  sendRefused,
} from "../../mail-check/index.ts";
import { letterDid } from "../facts.ts";
import { addressOfStep, triesRefused } from "../rules.ts";
import { failedTries, noteFailedTry } from "../store.ts";
import type { CheckStep, FirstSignInServices, State } from "../types.ts";
import { AddressCheckPage } from "../views/waiting/address-check-page.tsx";
import { loadAddress } from "./parts/prove-address.ts";
import { tryOf } from "./parts/tries.ts";

/** The code, or 「再送信」, or the button of the mail: pressed on whatever device. */
const fieldsOf = (_: Scene<State>, typed: Typed) => {
  const none = () => ok(null);
  const by = typed.token ? "button" : typed.action === "resend" ? "resend" : "code";
  return form({
    by: () => ok(by),
    token: () => ok(typed.token ?? ""),
    action: typed.action === undefined ? none : oneOf(["check", "resend"]),
    code: by === "code" ? digits(6) : none,
  });
};

const passed = (scene: Scene<State>, check: KeptCheck) =>
  ({
    kind: "done",
    state: { verified: [...scene.flow.state.verified, check.email] },
    changes: [confirmCheck(check.id, scene.now)],
    facts: [letterDid("first-sign-in.address-checked", scene.flow)],
  }) as const;

const refusedFor = (refusal: Refusal) => ({
  kind: "refuse" as const,
  errors: errorOf("code", refusal.code, refusal.facts),
});

/** 「メールアドレス確認」 and the same for the address on file: waits until a mail was received. */
export const addressCheckStep = (services: FirstSignInServices, name: CheckStep) => {
  const { secrets } = services;
  const addressOf = (state: State) => addressOfStep(name, state);
  const isOnFile = name === "file-address-check";

  const byCode = (scene: Scene<State>, check: KeptCheck | null, code: string) => {
    const isOurs = check !== null && isSameAddress(check.email, addressOf(scene.flow.state) ?? "");
    if (!isOurs) return refusedFor(refuse("code-none"));
    const judged = judgeCode(check, isCode(secrets, check, code), scene.now);
    if (judged.ok) return passed(scene, check);
    // A code that is over was not judged, and so nobody learnt anything.
    const isCounted = check.wrong < codeTries && scene.now < check.codeUntil;
    const changes = [
      countWrongCode(check.id),
      noteFailedTry(tryOf(secrets, scene, "code-wrong")),
    ] as const;
    return { ...refusedFor(judged), changes: isCounted ? changes : [] };
  };

  /** The newest mail that this browser asked for. */
  const newestOf = (tx: Tx, { flow }: Scene<State>) =>
    newestCheck(tx, { flowId: flow.id, step: name, email: addressOf(flow.state) ?? "" });

  const load = async (tx: Tx, scene: Scene<State>, token: string) => {
    const [address, newest, pressed, failed] = await Promise.all([
      loadAddress(tx, scene, addressOf(scene.flow.state)),
      newestOf(tx, scene),
      token === "" ? null : checkByToken(tx, hashToken(token)),
      failedTries(tx, tryOf(secrets, scene, "code-wrong")),
    ]);
    return { ...address, newest, pressed, failed };
  };

  return stepOf<State>()({
    name,
    secrets: ["code", "token"],
    input: fieldsOf,
    prepare: async ({ now }) => ok(mintCheck(now)),
    load: (tx, scene, input) => load(tx, scene, input.token),
    decide: ({ scene, input, loaded, prepared }) => {
      const { flow, now } = scene;
      const email = addressOf(flow.state);
      const { newest, pressed, failed, holder } = loaded;
      if (email === null) throw new Error(`${name} without an address`);
      if (input.by === "button") {
        // The mail to an address on file has no button: its holder must be the one who types here.
        const isOurs = pressed !== null && pressed.flowId === flow.id && pressed.step === name;
        if (isOurs && !isOnFile && judgePress(pressed, email, now) === "open")
          return passed(scene, pressed);
        return refusedFor(refuse("button-void"));
      }
      if (input.by === "resend") {
        const refused = sendRefused({ ...loaded, now });
        if (refused) return { kind: "refuse", errors: { "": refused } };
        const initials = initialsOf(holder.nameKana);
        const to = { step: name, email, isOnFile, initials };
        return { kind: "stay", ...sendCheck({ secrets, scene, ...to, minted: prepared }) };
      }
      const refused = triesRefused(failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      return byCode(scene, newest, input.code ?? "");
    },
    look: newestOf,
    page: (view, shown, check) => {
      const address = addressOf(shown.scene.flow.state) ?? "";
      return (
        <AddressCheckPage
          view={view}
          shown={shown}
          check={check}
          address={isOnFile ? maskAddress(address) : address}
          isOnFile={isOnFile}
          mailDomain={services.mailDomainOf(shown.scene.society)}
        />
      );
    },
  });
};
