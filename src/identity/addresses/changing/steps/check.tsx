import {
  type Decision,
  digits,
  errorOf,
  form,
  oneOf,
  type Scene,
  stepOf,
  type Typed,
} from "../../../../flow/index.ts";
import { isSameAddress } from "../../../../kernel/mail-address.ts";
import { ok, refuse } from "../../../../kernel/result.ts";
import { hashToken } from "../../../../platform/crypto/tokens.ts";
import type { Tx } from "../../../../platform/database/types.ts";
import { memberDid } from "../../../accounts/index.ts";
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
} from "../../../mail-check/index.ts";
import type { AddressesServices } from "../../types.ts";
import { CheckPage } from "../../views/waiting/check-page.tsx";
import { mailedSoFar, check as name, newestTo, send } from "../sending.ts";
import type { State } from "../types.ts";

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

const emailOf = ({ flow: { state } }: Scene<State>): string => {
  if (state.email === null) throw new Error("no address to check");
  return state.email;
};

const refused = (code: string, facts = {}): Decision<State> => ({
  kind: "refuse",
  errors: errorOf("code", code, facts),
});

const passed = (
  { flow, now }: Scene<State>,
  check: KeptCheck,
  provedBy: "code" | "button",
): Decision<State> => ({
  kind: "done",
  state: { provedBy },
  changes: [confirmCheck(check.id, now)],
  facts: [
    memberDid("account.address-checked", {
      accountId: flow.state.accountId,
      memberId: flow.memberId,
    }),
  ],
});

const load = async (tx: Tx, scene: Scene<State>, token: string) => {
  const [mailed, pressed] = await Promise.all([
    mailedSoFar(tx, scene, emailOf(scene)),
    token === "" ? null : checkByToken(tx, hashToken(token), "change-address"),
  ]);
  return { ...mailed, pressed };
};

type ByCode = { readonly check: KeptCheck | null; readonly isRight: boolean };

const byCode = (scene: Scene<State>, { check, isRight }: ByCode): Decision<State> => {
  if (check === null) return refused("code-none");
  const judged = judgeCode(check, isRight, scene.now);
  if (judged.ok) return passed(scene, check, "code");
  // A code that is over was not judged, and so nobody learnt anything.
  const isCounted = check.wrong < codeTries && scene.now < check.codeUntil;
  const errors = errorOf("code", judged.code, judged.facts);
  if (!isCounted) return { kind: "refuse", errors };
  return { kind: "refuse", errors, isWrongTry: true, changes: [countWrongCode(check.id)] };
};

const byButton = (scene: Scene<State>, pressed: KeptCheck | null): Decision<State> => {
  const isOurs = pressed !== null && pressed.flowId === scene.flow.id;
  const isOpen = isOurs && judgePress(pressed, emailOf(scene), scene.now) === "open";
  return isOpen ? passed(scene, pressed, "button") : refused("button-void");
};

/** Waits until the mail was received: its number is typed here, or its button is pressed anywhere. */
export const checkStep = ({ secrets, mailDomainOf }: AddressesServices) =>
  stepOf<State>()({
    name,
    secrets: ["code", "token"],
    input: fieldsOf,
    prepare: async ({ now }) => ok(mintCheck(now)),
    load: (tx, scene, input) => load(tx, scene, input.token),
    decide: ({ scene, input, loaded, prepared: minted }) => {
      if (input.by === "button") return byButton(scene, loaded.pressed);
      if (input.by === "code") {
        const check = loaded.newest;
        const isRight = check !== null && isCode(secrets, check, input.code ?? "");
        return byCode(scene, { check, isRight });
      }
      const email = emailOf(scene);
      const sent = send({ secrets, scene, email, minted, mailed: loaded });
      if ("code" in sent) return { kind: "refuse", errors: { "": refuse(sent.code, sent.facts) } };
      return { kind: "stay", ...sent };
    },
    look: (tx, scene) => newestTo(tx, scene, emailOf(scene)),
    page: (view, { scene, action, turn, errors }, check) => (
      <CheckPage
        view={view}
        form={{ action, turn, errors }}
        check={check !== null && isSameAddress(check.email, emailOf(scene)) ? check : null}
        address={emailOf(scene)}
        now={scene.now}
        mailDomain={mailDomainOf(scene.society)}
      />
    ),
  });
