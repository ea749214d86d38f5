import type { Instant } from "../../src/kernel/time.ts";
import type { Policy } from "../../src/society/policy/policy.ts";
import type { Looked } from "./requests.ts";
import { newestOf, type Sent, type Truth } from "./truth.ts";
import { emails, passwords, userIds, type Word, type Words } from "./typing.ts";
import type { World } from "./world.ts";
import { takenId } from "./world.ts";

// Somebody who wants to get in and does at each page what it asks.

export type Taste = {
  /** Which of the fitting addresses, IDs and passwords. */
  readonly choice: number;
  /** By the mail's button instead of its digits. */
  readonly pressesButtons: boolean;
  /** Types the newest code whatever became of it. */
  readonly isStubborn: boolean;
  readonly slip: Partial<Words>;
};

export type Act =
  | { readonly do: "post"; readonly step: string; readonly words: Words }
  | { readonly do: "press"; readonly mail: Sent };

export const rightWords: Words = {
  birthDate: "1979-08-22",
  insurerNumber: "06990055" as Word<"insurerNumber">,
  terms: "agree",
  edition: "shown",
  email: emails[0],
  wantsUpdateMails: "",
  action: "check",
  code: "newest",
  token: "",
  userId: "hanako-2026",
  password: "tsuki-ga-kirei-7391",
  passwordAgain: "the same",
  method: "totp",
  totpCode: "right",
  mailCode: "newest",
  recoveryCode: "right",
  other: "",
  later: "",
};

const fits = {
  userId:
    ({ userId, firstSignIn }: Policy, world: World) =>
    (one: Word<"userId">) => {
      if (one === "issued") return firstSignIn.style === "new" && userId.issuedMayStay;
      const isOther = ![world.issuedId.toLowerCase(), takenId].includes(one.toLowerCase());
      const isLong = one.length >= userId.minLength && one.length <= userId.maxLength;
      const isPlain = [...one].every((c) => /[a-z0-9]/i.test(c) || userId.symbols.includes(c));
      const isDigits = /^\d+$/.test(one) && one.length > userId.digitsOnlyMaxLength;
      return one !== "ISSUED" && isOther && isLong && isPlain && !isDigits;
    },
  password:
    ({ password }: Policy) =>
    (one: Word<"password">) => {
      const isLong = [...one].length >= password.minLength;
      const isTypable = password.characters === "any" || /^[!-~]+$/.test(one);
      return isLong && isTypable && (password.needs.length === 0 || /\d/.test(one));
    },
};

const pick = <T>(all: readonly T[], choice: number, or: T): T => all[choice % all.length] ?? or;

type Proof = Policy["firstSignIn"]["proof"][number];
const isAsked = ({ isWeak }: World, { firstSignIn }: Policy, field: Proof) =>
  isWeak || firstSignIn.proof.includes(field);

const chosen = (world: World, policy: Policy, { choice, slip }: Taste): Words => ({
  ...rightWords,
  // Nobody types what no page asks.
  birthDate: isAsked(world, policy, "birth-date") ? rightWords.birthDate : "",
  insurerNumber: isAsked(world, policy, "insurer-number") ? rightWords.insurerNumber : "",
  email: pick(emails.slice(0, 5), choice % 7, rightWords.email),
  wantsUpdateMails: choice % 2 === 0 ? "" : "yes",
  userId: pick(userIds.filter(fits.userId(policy, world)), choice, rightWords.userId),
  password: pick(passwords.slice(0, 5).filter(fits.password(policy)), choice, rightWords.password),
  method: pick(["totp", "mail-otp"] as const, choice >> 1, rightWords.method),
  later: choice % 3 === 0 ? "yes" : "",
  ...slip,
});

/** A page that is behind, typed anew. */
export const wordsAgain = (
  world: World,
  { looked, taste }: { readonly looked: Looked & { at: "step" }; readonly taste: Taste },
): Words => chosen(world, looked.scene.policy, taste);

type AtFactor = {
  readonly looked: Looked & { at: "step" };
  readonly words: Words;
  readonly taste: Taste;
  readonly now: Instant;
};

/** Waits for no mail that cannot be used any more, and takes another way now and then. */
const atFactor = (truth: Truth, { looked, words, taste, now }: AtFactor): Words => {
  const { step, scene } = looked;
  const { asked, enrolling, factors } = scene.flow.state.factor;
  const question = step === "verify" ? asked : step === "enrol" ? enrolling : null;
  if (question === null) return words;
  const others = factors.map(({ method }) => method).filter((one) => one !== question.method);
  if (step === "verify" && taste.choice % 9 === 4 && others[0])
    return { ...words, other: others[0] as Words["other"] };
  if (question.method === "recovery-codes" && truth.usedCodes.size > 1 && others[0])
    return { ...words, other: others[0] as Words["other"] };
  if (question.method !== "mail-otp" || taste.isStubborn) return words;
  const mail = truth.factorMails.findLast(
    (one) => one.flowId === scene.flow.id && one.step === step,
  );
  const isOpen = mail && now < mail.until && mail.wrong < 5 && !mail.isTaken;
  return isOpen ? words : { ...words, action: "resend" };
};

/** What such a person does now. */
export const nextAct = (
  world: World,
  truth: Truth,
  { looked, taste }: { readonly looked: Looked & { at: "step" }; readonly taste: Taste },
): Act => {
  const { step, scene } = looked;
  const words = chosen(world, scene.policy, taste);
  if (!step.endsWith("address-check"))
    return {
      do: "post",
      step,
      words: atFactor(truth, { looked, words, taste, now: world.clock.now() }),
    };
  const { fileAddress, email } = scene.flow.state;
  const to = (step === "address-check" ? email : fileAddress) ?? "";
  const mail = newestOf(truth, scene.flow.id, step, to);
  const isOpen = mail && world.clock.now() < mail.codeUntil && mail.wrong < 5;
  if (taste.isStubborn) return { do: "post", step, words };
  if (!isOpen) return { do: "post", step, words: { ...words, action: "resend" } };
  // The mail to the address on file has no button.
  const isPressed = taste.pressesButtons && mail && mail.token !== "";
  return isPressed ? { do: "press", mail } : { do: "post", step, words };
};
