import fc from "fast-check";
import type { Typed } from "../../src/flow/index.ts";
import { termsOf } from "../../src/guidance/index.ts";
import type { Instant } from "../../src/kernel/time.ts";
import type { Society } from "../../src/society/index.ts";
import { codeAt, formerCodes, formerSeed, seedAsked, stepAt } from "./factors.ts";
import type { Row } from "./memory.ts";
import { type FactorMail, newestOf, type Sent, type Truth } from "./truth.ts";
import { person, takenId } from "./world.ts";

// What people type, right and wrong, as it stands in a failing story.

const mail = ["hanako@asahi.example", "Hanako@ASAHI.example", "h.suzuki@home.example"] as const;
export const onFile = ["old@company.example", "new@company.example"] as const;

const words = {
  birthDate: ["1979-08-22", "昭和54年8月22日", "1979-08-23", "1979", ""],
  insurerNumber: [person.insurerNumber, "06990063", "123", ""],
  terms: ["agree", "disagree", ""],
  edition: ["shown", "earlier"],
  email: [...mail, ...onFile, "", "hanako"],
  wantsUpdateMails: ["", "yes"],
  action: ["check", "resend"],
  code: ["newest", "older", "of the other step", "of the other browser", "123456", "12", ""],
  token: ["", "newest", "older", "of the other step", "of the other browser", "rubbish"],
  userId: [
    "issued",
    "ISSUED",
    "hanako-2026",
    "hanako26",
    "hanakosuzuki",
    "hana_2",
    "hanako.suzuki.xyz",
    "1234567890",
    takenId,
    takenId.toUpperCase(),
    "hana+26abc",
    "",
  ],
  password: [
    "tsuki-ga-kirei-7391",
    "ame-no-oto-4",
    "kaze-12",
    "mizu-no-oto-ga-kikoeru",
    "つきがきれいですねと言った夜-1868",
    person.printedPassword,
    "ABCD 2345 WXYZ",
    "the user ID",
    "the issued ID",
    "yoru-19790822-asa",
    "",
  ],
  passwordAgain: ["the same", "another"],
  method: ["mail-otp", "totp", "passkey", ""],
  totpCode: ["right", "of before", "of another device", "123456", "12", ""],
  mailCode: ["newest", "older", "of the other step", "of the other browser", "123456", ""],
  recoveryCode: ["right", "used", "zzzzz-zzzzz", ""],
  /** 「別の方法で認証する」; 「あとで」: a button that is pressed, or not. */
  other: ["", "totp", "mail-otp", "recovery-codes"],
  later: ["", "yes"],
} as const;

export type Words = { readonly [K in keyof typeof words]: (typeof words)[K][number] };
export type Word<K extends keyof typeof words> = Words[K];
export const emails = words.email;
export const userIds = words.userId;
export const passwords = words.password;

/** The first word is typed about as often as all others together. */
const firstOf = <T extends string>([first, ...others]: readonly T[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(first as T) },
    { weight: 1, arbitrary: fc.constantFrom(...(others as T[])) },
  );

export const someWords: fc.Arbitrary<Words> = fc.record(
  Object.fromEntries(
    Object.entries(words).map(([name, list]) => [name, firstOf<string>(list)]),
  ) as unknown as { [K in keyof Words]: fc.Arbitrary<Words[K]> },
);

const oneOf = (...names: readonly (keyof typeof words)[]): fc.Arbitrary<Partial<Words>> =>
  fc.constantFrom(...names.flatMap((name) => words[name].map((word) => ({ [name]: word }))));

/** On each page one field otherwise than it should be. */
export const slips: fc.Arbitrary<Partial<Words>> = fc
  .tuple(
    oneOf("birthDate", "insurerNumber", "terms", "edition"),
    fc.oneof(
      oneOf("code", "token", "action"),
      oneOf("totpCode", "mailCode", "recoveryCode", "other", "later", "method"),
    ),
    fc.oneof(oneOf("email"), oneOf("userId"), oneOf("password", "passwordAgain")),
  )
  .map(([onIdentity, onCheck, onDetails]) => ({ ...onIdentity, ...onCheck, ...onDetails }));

type Place = { readonly truth: Truth; readonly flowId: string; readonly step: string };

/** The same of the mails with codes beside a password, or a letter. */
const factorMailOf = (
  { factorMails }: Truth,
  {
    flowId,
    step,
    which,
  }: { readonly flowId: string; readonly step: string; readonly which: string },
): FactorMail | undefined => {
  const isOurs = (one: FactorMail) => one.flowId === flowId && one.step === step;
  const newest = factorMails.findLast(isOurs);
  const is: Readonly<Record<string, (one: FactorMail) => boolean>> = {
    newest: (one) => one === newest,
    older: (one) => isOurs(one) && one !== newest,
    "of the other step": (one) => one.flowId === flowId && one.step !== step,
    "of the other browser": (one) => one.flowId !== flowId,
  };
  return factorMails.findLast((one) => is[which]?.(one) ?? false);
};

/** Which mail is meant. */
export const mailOf = ({ truth, flowId, step }: Place, which: string): Sent | undefined => {
  if (which === "newest") return newestOf(truth, flowId, step);
  const newest = newestOf(truth, flowId, step);
  const is: Readonly<Record<string, (one: Sent) => boolean>> = {
    older: (one) => one.flowId === flowId && one.step === step && one !== newest,
    "of the other step": (one) => one.flowId === flowId && one.step !== step,
    "of the other browser": (one) => one.flowId !== flowId,
  };
  return truth.mails.findLast((one) => is[which]?.(one) ?? false);
};

type Desk = Place & {
  readonly issuedId: string;
  readonly society: Society;
  readonly now: Instant;
  /** The flow's row. */
  readonly row: Row | undefined;
};

/** What the app, the mailbox and the paper say, or what somebody else's do. */
const factorFields = (said: Words, { truth, flowId, step, now, row }: Desk): Typed => {
  const seed = seedAsked(row, step) ?? formerSeed;
  const at = stepAt(now);
  const totp: Readonly<Record<string, string>> = {
    right: codeAt(seed, at),
    "of before": codeAt(seed, at - 2),
    "of another device": codeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", at),
  };
  const mail = factorMailOf(truth, { flowId, step, which: said.mailCode });
  const unused = formerCodes.find((code) => !truth.usedCodes.has(code));
  const paper: Readonly<Record<string, string | undefined>> = {
    right: unused,
    used: [...truth.usedCodes][0],
  };
  return {
    totpCode: totp[said.totpCode] ?? said.totpCode,
    mailCode: mail?.code ?? said.mailCode,
    recoveryCode: paper[said.recoveryCode] ?? said.recoveryCode,
    ...(said.other === "" ? {} : { other: said.other }),
    ...(said.later === "" ? {} : { later: said.later }),
  };
};

/** The fields of a form as they are sent. */
export const typedOf = (said: Words, place: Desk): Typed => {
  const { issuedId, society } = place;
  const { other: _, later: __, ...fields } = said;
  const ids: Readonly<Record<string, string>> = {
    issued: issuedId,
    ISSUED: issuedId.toUpperCase(),
  };
  const userId = ids[said.userId] ?? said.userId;
  const own: Readonly<Record<string, string>> = {
    "the user ID": userId,
    "the issued ID": issuedId,
  };
  const password = own[said.password] ?? said.password;
  const mailed = (which: string) => mailOf(place, which);
  return {
    ...fields,
    ...factorFields(said, place),
    edition: said.edition === "shown" ? termsOf(society).version : "of last year",
    userId,
    password,
    passwordAgain: said.passwordAgain === "the same" ? password : `${password}!`,
    code: mailed(said.code)?.code ?? said.code,
    token: mailed(said.token)?.token ?? (said.token === "rubbish" ? "rubbish" : ""),
  };
};
