import fc from "fast-check";
import type { Typed } from "../../src/flow/index.ts";
import { epochMsOf, type Instant } from "../../src/kernel/time.ts";
import type { Row } from "../any-order/memory.ts";
import { bytesOfBase32, hotp } from "../authenticators/totp.ts";
import { newPasskey } from "./enrolled.ts";
import { insideOf, questionAt } from "./state.ts";
import { newestOf, type Signed, seedOf, type Truth } from "./truth.ts";
import { ids, type World } from "./world.ts";

// What somebody types or signs at a page, rightly or not.

export const answerKinds = [
  "right",
  "wrong",
  "old",
  "foreign",
  "early",
  "late",
  "far",
  "malformed",
] as const;

export type Words = {
  readonly answer: (typeof answerKinds)[number];
  readonly asks: "answer" | "resend" | "other" | "later";
  /** Which device, code, or method. */
  readonly which: number;
};

const pick = <const T>(...all: readonly T[]) => fc.constantFrom(...all);

export const someWords: fc.Arbitrary<Words> = fc.record({
  answer: pick(...answerKinds),
  asks: pick("answer", "answer", "answer", "resend", "other", "later"),
  which: fc.nat(11),
});

/** Where it is typed: `row` is the attempt's, `other` the one of the other browser. */
export type Desk = {
  readonly world: World;
  readonly truth: Truth;
  readonly row: Row;
  readonly other: Row | undefined;
  readonly step: string;
};

export const stepAt = (now: Instant): number => Math.floor(epochMsOf(now) / 30_000);
export const codeAt = (seed: string, step: number): string => hotp(bytesOfBase32(seed), step);
const nowIn = ({ world }: Desk) => stepAt(world.clock.now());

/** Steps that are good now, and were not used. */
const goodSteps = (desk: Desk, seed: string): readonly number[] => {
  const now = nowIn(desk);
  const last = desk.truth.lastSteps.get(seed) ?? -1;
  return [now, now + 1, now - 1].filter((step) => step > last);
};

const otherThan = (codes: readonly string[]): string =>
  ["111111", "222222", "333333", "444444", "555555", "666666", "777777"].find(
    (code) => !codes.includes(code),
  ) ?? "888888";

const totpCode = (desk: Desk, { answer, which }: Words, seed: string, others: string[]) => {
  const now = nowIn(desk);
  const near = [-2, -1, 0, 1, 2].map((off) => codeAt(seed, now + off));
  const [good = now] = goodSteps(desk, seed);
  const foreign = others[which % Math.max(1, others.length)];
  const typed = {
    right: () => codeAt(seed, good),
    wrong: () => otherThan(near),
    old: () => desk.truth.used.totpCode,
    foreign: () => codeAt(foreign ?? "NB2W45DFOIZGMZ3TMFWXA3DFNZQW2ZJB", now),
    early: () => codeAt(seed, now - 1),
    late: () => codeAt(seed, now + 1),
    far: () => codeAt(seed, now - 2),
    malformed: () => "12345",
  };
  return typed[answer]();
};

const atDevice = (desk: Desk, words: Words): Typed => {
  const { world, row } = desk;
  const devices = insideOf(row)?.factor.factors.filter(({ method }) => method === "totp") ?? [];
  const chosen = devices[words.which % Math.max(1, devices.length)];
  const seeds = devices.map(({ id }) => seedOf(world, id));
  const seed = seedOf(world, chosen?.id) ?? "";
  const others = seeds.filter((one) => one !== undefined && one !== seed) as string[];
  if (seed === "") return { totpDevice: chosen?.id ?? "", totpCode: "123456" };
  return { totpDevice: chosen?.id ?? "", totpCode: totpCode(desk, words, seed, others) };
};

const mailCode = ({ truth, row, other, step }: Desk, { answer }: Words): string => {
  const own = truth.mails.filter((mail) => mail.flowId === row.id && mail.step === step);
  const newest = own.at(-1)?.code ?? "246813";
  const typed = {
    right: newest,
    wrong: otherThan(own.map(({ code }) => code)),
    old: own.at(-2)?.code ?? truth.used.mailCode,
    foreign: newestOf(truth, String(other?.id), step)?.code ?? "135792",
    early: truth.used.mailCode,
    late: newest,
    far: newestOf(truth, String(row.id), step === "verify" ? "enrol" : "verify")?.code ?? "135792",
    malformed: "12a456",
  };
  return typed[answer];
};

const recoveryCode = ({ world, truth }: Desk, { answer, which }: Words): string => {
  const set = world.memory.tables.recovery_codes?.[0]?.factor_id;
  const left = [...(truth.paper.get(String(set)) ?? [])];
  const right = left[which % Math.max(1, left.length)] ?? "zzzzz-zzzzz";
  if (answer === "right") return right;
  if (answer === "late") return right.toUpperCase().replace("-", " ");
  if (answer === "old") return truth.used.recoveryCode;
  return answer === "malformed" ? "abc-de" : "aaaaa-aaaaa";
};

const noted = (truth: Truth, response: string, signed: Signed) => {
  truth.signed.set(response, signed);
  return response;
};

const forgeries = {
  right: {},
  wrong: { isForeignKey: true },
  early: { flags: { uv: false } },
  late: { origin: "https://kenpo.example.evil" },
  far: { type: "webauthn.create" },
} as const;

/** An answer to the question of a sign-in, by one of the passkeys that it names. */
const signedBy = (desk: Desk, words: Words): string => {
  const { truth, row, other, step } = desk;
  const { answer, which } = words;
  if (answer === "old") return truth.used.response;
  if (answer === "malformed") return '{"id":"x"}';
  const asked = questionAt(answer === "foreign" ? other : row, step)?.kept;
  const own = (questionAt(row, step)?.kept?.own ?? []) as { credentialId: string }[];
  const credentialId = own[which % Math.max(1, own.length)]?.credentialId ?? "";
  const authenticator = truth.authenticators.get(credentialId);
  if (!asked?.challenge || !authenticator) return "";
  const { challenge, rpId } = asked;
  const options = { challenge, rpId, allowCredentials: [{ id: credentialId }] };
  const forgery = answer === "foreign" ? {} : forgeries[answer];
  const isHonest = answer === "right" || answer === "foreign";
  const response = authenticator.get(options, forgery);
  return noted(truth, response, { challenge, credentialId, isHonest });
};

const created = ({ truth, row, step }: Desk, { answer }: Words): string => {
  const asked = questionAt(row, step)?.kept;
  if (answer !== "right" || !asked?.challenge) return truth.used.response;
  const { authenticator, response, credentialId } = newPasskey(ids.account, asked.challenge);
  truth.authenticators.set(credentialId, authenticator);
  const { challenge } = asked;
  return noted(truth, response, { challenge, credentialId, isHonest: true });
};

export const methods = ["totp", "mail-otp", "passkey", "recovery-codes"] as const;

/** What the page's form sends. */
export const typedOf = (desk: Desk, words: Words): Typed => {
  const { row, step } = desk;
  const method = methods[words.which % methods.length] ?? "totp";
  const question = questionAt(row, step);
  const asking: Typed =
    words.asks === "other" ? { other: method } : words.asks === "later" ? { later: "yes" } : {};
  const action: Typed = words.asks === "resend" ? { action: "resend" } : {};
  const ofStep = (): Typed => {
    if (step === "method") return { method };
    if (question?.method === "mail-otp") return { mailCode: mailCode(desk, words) };
    if (question?.method === "passkey")
      return { response: step === "verify" ? signedBy(desk, words) : created(desk, words) };
    if (question?.method === "recovery-codes" && step === "verify")
      return { recoveryCode: recoveryCode(desk, words) };
    if (question?.method !== "totp") return {};
    if (step === "verify") return atDevice(desk, words);
    return { totpCode: totpCode(desk, words, question.kept.seed, []), totpName: "" };
  };
  return { ...ofStep(), ...action, ...asking };
};
