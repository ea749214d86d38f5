import { digits, type Field, form } from "../../../flow/index.ts";
import { ok } from "../../../kernel/result.ts";
import { isCode, type KeptCheck, type Minted, mintCheck } from "../../mail-check/index.ts";
import type { Asked, Door, MethodServices, Place } from "../method.ts";
import { field, judgeTyped, notJudged } from "./judge.ts";
import { MailOtpPage } from "./page.tsx";
import type { MailStep } from "./rules.ts";
import { type Kept, send } from "./send.ts";
import { type Mailed, mailedSoFar, newestMail } from "./store.ts";

/** A code, or 「再送信」. */
type Input = { readonly action: "check" | "resend"; readonly [field]: string | null };
type Fields = { readonly [K in keyof Input]: Field<Input[K]> };

const codeForm = form<Fields>({ action: () => ok("check"), [field]: digits(6) });
const resendForm = form<Fields>({ action: () => ok("resend"), [field]: () => ok(null) });

type Own<Passed> = {
  readonly step: MailStep;
  /** What nobody needs to be asked for. */
  readonly known?: (place: Place) => Asked<Kept> | null;
  /** Null: it is enrolled no more. */
  readonly passed: (place: Place) => Passed | null;
};

type MailDoor<Passed> = Door<Kept, Minted, Mailed, Input, Minted, Mailed, KeptCheck | null, Passed>;

/** Sends a code to the owner's address, and waits for it. */
export const mailDoor = <Passed extends object>(
  { secrets, mailDomainOf }: MethodServices,
  { step, known = () => null, passed }: Own<Passed>,
): MailDoor<Passed> => ({
  mint: mintCheck,
  know: (tx, place) => mailedSoFar(tx, place, step),
  ask: ({ place, minted, known: mailed }) =>
    ok(known(place) ?? send({ secrets, place, step, minted, mailed })),
  look: (tx, place) => newestMail(tx, place, step),
  page: (view, shown) =>
    MailOtpPage({ view, shown, step, mailDomain: mailDomainOf(shown.place.scene.society) }),
  secrets: [field],
  input: ({ typed }) => (typed.action === "resend" ? resendForm : codeForm),
  prepare: async ({ place }) => ok(mintCheck(place.scene.now)),
  load: (tx, { place }) => mailedSoFar(tx, place, step),
  judge: ({ place, input, prepared: minted, loaded: mailed }) => {
    if (input.action === "resend")
      return { kind: "again", ...send({ secrets, place, step, minted, mailed }) };
    const check = mailed.newest;
    const isRight = (one: KeptCheck) => isCode(secrets, one, input[field] ?? "");
    const judged = judgeTyped({ check, isRight, now: place.scene.now });
    if (judged.kind === "wrong") return judged;
    const own = passed(place);
    return own ? { kind: "passed", ...own, changes: judged.changes } : notJudged("mail-otp-gone");
  },
});
