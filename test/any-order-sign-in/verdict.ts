import type { Typed } from "../../src/flow/index.ts";
import type { FactorId } from "../../src/kernel/ids.ts";
import { later } from "../../src/kernel/time.ts";
import { insideOf, questionAt } from "./state.ts";
import { factorsNow, newestOf, seedOf } from "./truth.ts";
import { codeAt, type Desk, stepAt } from "./typing.ts";

// What an answer is worth, by what was truly shown and sent.

export type Verdict =
  | {
      readonly is: "right";
      readonly method: string;
      readonly factorId: FactorId;
      /** From then on it is of no use any more. */
      readonly use: () => void;
    }
  | { readonly is: "wrong"; readonly use?: () => void }
  /** No guess: nothing was judged. */
  | { readonly is: "none" };

const none = { is: "none" } as const;
const wrong = { is: "wrong" } as const;
const isSix = (code: string | undefined): code is string => /^\d{6}$/.test(code ?? "");

const isThere = (desk: Desk, factorId: string) =>
  factorsNow(desk.world).some(({ id }) => id === factorId);

/** The step whose code it is: of those that are good now the newest. */
const stepOf = (desk: Desk, seed: string, code: string): number | undefined => {
  const now = stepAt(desk.world.clock.now());
  return [now + 1, now, now - 1].find((step) => codeAt(seed, step) === code);
};

const ofDevice = (desk: Desk, typed: Typed): Verdict => {
  const { world, truth, row } = desk;
  const shown = insideOf(row)?.factor.factors.filter(({ method }) => method === "totp") ?? [];
  const factorId = typed.totpDevice || (shown.length === 1 ? shown[0]?.id : "");
  const code = typed.totpCode;
  const seed = seedOf(world, factorId);
  if (!shown.some(({ id }) => id === factorId) || !isSix(code) || seed === undefined) return none;
  const step = stepOf(desk, seed, code);
  const last = truth.lastSteps.get(seed) ?? -1;
  // The code that was taken last is no guess at another one.
  if (step !== undefined && step <= last && codeAt(seed, last) === code) return none;
  if (step === undefined || step <= last) return wrong;
  const use = () => {
    truth.lastSteps.set(seed, step);
    truth.used.totpCode = code;
  };
  return { is: "right", method: "totp", factorId: factorId as FactorId, use };
};

const ofMail = (desk: Desk, typed: Typed, step: string): Verdict => {
  const { world, truth, row } = desk;
  if (typed.action === "resend") return none;
  const mail = newestOf(truth, String(row.id), step);
  const code = typed.mailCode;
  if (!mail || !isSix(code) || mail.isTaken || mail.wrong >= 5) return none;
  if (world.clock.now() >= mail.until) return none;
  if (mail.code !== code) return { is: "wrong", use: () => (mail.wrong += 1) };
  const factor = factorsNow(world).find(({ method }) => method === "mail-otp");
  if (!factor && step === "verify") return none;
  const use = () => {
    mail.isTaken = true;
    truth.used.mailCode = code;
  };
  return { is: "right", method: "mail-otp", factorId: factor?.id as FactorId, use };
};

const ofPaper = ({ world, truth }: Desk, typed: Typed): Verdict => {
  const code = (typed.recoveryCode ?? "").toLowerCase().replace(" ", "-");
  if (!/^[a-z0-9]{5}-[a-z0-9]{5}$/.test(code)) return none;
  const factor = factorsNow(world).find(({ method }) => method === "recovery-codes");
  const left = truth.paper.get(String(factor?.id));
  if (!factor || !left?.has(code)) return wrong;
  const use = () => {
    left.delete(code);
    truth.used.recoveryCode = code;
  };
  return { is: "right", method: "recovery-codes", factorId: factor.id as FactorId, use };
};

const ofPasskey = (desk: Desk, typed: Typed): Verdict => {
  const { world, truth, row, step } = desk;
  const kept = questionAt(row, step)?.kept;
  const response = typed.response ?? "";
  if (response === "" || world.clock.now() >= later(kept.askedAt, { minutes: 10 })) return none;
  const signed = truth.signed.get(response);
  const own = world.memory.tables.passkey?.find(
    (one) => one.credential_id === signed?.credentialId,
  );
  if (!signed || !own || !isThere(desk, String(own.factor_id))) return none;
  if (!signed.isHonest || signed.challenge !== kept.challenge) return wrong;
  const use = () => {
    truth.used.response = response;
  };
  return { is: "right", method: "passkey", factorId: own.factor_id as FactorId, use };
};

/** At the question of a sign-in. */
export const answerAt = (desk: Desk, typed: Typed): Verdict => {
  const method = questionAt(desk.row, "verify")?.method;
  if (typed.other !== undefined) return none;
  if (method === "totp") return ofDevice(desk, typed);
  if (method === "mail-otp") return ofMail(desk, typed, "verify");
  if (method === "passkey") return ofPasskey(desk, typed);
  return ofPaper(desk, typed);
};

/** What was truly shown to be its owner's, at an enrolment: its secret, or null. */
export const enrolledBy = (desk: Desk, typed: Typed): string | null => {
  const { truth, row, step } = desk;
  const question = questionAt(row, step);
  if (question?.method === "recovery-codes")
    return step === "recovery-codes" && typed.later === undefined ? "codes" : null;
  if (step !== "enrol") return null;
  if (question?.method === "totp") {
    const { seed } = question.kept;
    const at = isSix(typed.totpCode) ? stepOf(desk, seed, typed.totpCode) : undefined;
    if (at !== undefined) truth.lastSteps.set(seed, at);
    return at === undefined ? null : seed;
  }
  if (question?.method === "mail-otp") {
    const verdict = ofMail(desk, typed, "enrol");
    if (verdict.is !== "none") verdict.use?.();
    return verdict.is === "right" ? "mail" : null;
  }
  const signed = truth.signed.get(typed.response ?? "");
  const isOwn = signed?.isHonest && signed.challenge === question?.kept.challenge;
  return isOwn ? (signed?.credentialId ?? null) : null;
};
