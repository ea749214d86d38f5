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
  checksOf,
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
import { failedTries, holderOf, noteFailedTry } from "../store.ts";
import type { FirstSignInServices, State } from "../types.ts";
import { AddressCheckPage } from "../views/address-check-page.tsx";
import { tryOf } from "./parts/tries.ts";

export type CheckStep = "address-check" | "file-address-check";

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

  const byCode = (scene: Scene<State>, check: KeptCheck | null, code: string) => {
    const isOurs = check !== null && isSameAddress(check.email, addressOf(scene.flow.state) ?? "");
    if (!isOurs) return refusedFor(refuse("code-none"));
    const judged = judgeCode(check, isCode(secrets, check, code), scene.now);
    if (judged.ok) return passed(scene, check);
    const isCounted = scene.now < check.codeUntil;
    const changes = [
      countWrongCode(check.id),
      noteFailedTry(tryOf(secrets, scene, "code-wrong")),
    ] as const;
    return { ...refusedFor(judged), changes: isCounted ? changes : [] };
  };

  const load = async (tx: Tx, scene: Scene<State>, token: string) => {
    const { flow, now } = scene;
    const [holder, newest, pressed, checks, failed] = await Promise.all([
      holderOf(tx, flow.memberId),
      newestCheck(tx, { flowId: flow.id, step: name }),
      token === "" ? null : checkByToken(tx, hashToken(token)),
      checksOf(tx, { subjectId: flow.subjectId, email: addressOf(flow.state) ?? "", now }),
      failedTries(tx, tryOf(secrets, scene, "code-wrong")),
    ]);
    return { holder, newest, pressed, failed, ...checks };
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
      const { newest, pressed, sentToday, failed, holder } = loaded;
      if (email === null) throw new Error(`${name} without an address`);
      if (input.by === "button") {
        const isOurs = pressed !== null && pressed.flowId === flow.id && pressed.step === name;
        if (isOurs && judgePress(pressed, email, now) === "open") return passed(scene, pressed);
        return refusedFor(refuse("button-void"));
      }
      if (input.by === "resend") {
        const refused = sendRefused(newest, { email, sentToday, now });
        if (refused) return { kind: "refuse", errors: { "": refused } };
        const initials = initialsOf(holder.nameKana);
        const sent = sendCheck({ secrets, scene, step: name, email, initials, minted: prepared });
        return { kind: "stay", ...sent };
      }
      const refused = triesRefused(failed);
      if (refused) return { kind: "refuse", errors: { "": refused } };
      return byCode(scene, newest, input.code ?? "");
    },
    look: (tx, { flow }) => newestCheck(tx, { flowId: flow.id, step: name }),
    page: (view, shown, check) => {
      const address = addressOf(shown.scene.flow.state) ?? "";
      const isOnFile = name === "file-address-check";
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
