import { asId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import type { Policy } from "../../../society/policy/policy.ts";
import type { Language, Society } from "../../../society/types.ts";
import { sampleNow } from "../../../ui/gallery/states.ts";
import type { Setting } from "../../../ui/gallery/types.ts";
import { type Factor, type MethodName, openMethods } from "../../methods/index.ts";
import type { Profile } from "../pages/read.ts";
import type { Visit } from "../visit.ts";

// A fictional member with what the samples say that is enrolled.

export const secrets = openSecrets(Buffer.alloc(32, 4));
export const methods = openMethods({
  secrets,
  mailDomainOf: ({ mailDomain }) => mailDomain ?? "mail.example.jp",
});
export const email = "hanako.suzuki@example.jp";

const names: Readonly<Record<Language, readonly [string, string]>> = {
  ja: ["わたしのスマートフォン", "会社のパソコン"],
  en: ["My phone", "Computer at work"],
};

/** One of a method, used ten days ago; the second one has another name, and was never used. */
const factorOf = (lang: Language, method: MethodName, nth: number): Factor => {
  const isNamed = method === "passkey" || method === "totp";
  return {
    id: asId<"factor">(`01977420-0000-7000-8000-00000000003${nth}`),
    method,
    name: isNamed ? (names[lang][nth % 2] ?? "") : "",
    addedAt: later(sampleNow, { days: -200 - nth }),
    usedAt: nth === 1 ? null : later(sampleNow, { days: -10 }),
  };
};

export const factorsIn = (lang: Language, enrolled: readonly MethodName[]): readonly Factor[] =>
  enrolled.map((method, nth) => factorOf(lang, method, nth));

export type Told = {
  readonly enrolled?: readonly MethodName[];
  readonly active?: MethodName;
  readonly codesLeft?: number;
  readonly hasAddress?: boolean;
  readonly isConfirmed?: boolean;
  readonly hasFailed?: boolean;
  readonly second?: string;
  readonly wantsUpdateMails?: boolean;
  readonly policy?: (policy: Policy) => Policy;
};

export const visitIn = (
  { request, society }: Setting,
  policy: (own: Policy) => Policy = (own) => own,
): Visit => {
  const { session, now } = request;
  if (!session) throw new Error("a profile of nobody");
  return {
    request,
    session,
    society: { ...society, policy: policy(society.policy) },
    now,
    secrets,
  };
};

export const profileIn = ({ request: { lang } }: Visit, told: Told): Profile => {
  const { enrolled = [], codesLeft = null, hasAddress = true, isConfirmed = true } = told;
  const factors = factorsIn(lang, enrolled);
  const [first] = enrolled;
  const address = hasAddress ? email : null;
  const passwordChangedAt = later(sampleNow, { days: -222 });
  const accountId = asId<"account">("01977420-0000-7000-8000-000000000020");
  const memberId = asId<"member">("01977420-0000-7000-8000-000000000021");
  const userId = "hanako822";
  const owner = {
    accountId,
    memberId,
    userId,
    initials: "H.S.",
    email: address,
    isEmailFresh: false,
  };
  return {
    self: {
      name: "鈴木 花子",
      nameKana: "スズキ ハナコ",
      email: address,
      confirmedAt: isConfirmed ? passwordChangedAt : null,
      failedAt: told.hasFailed ? sampleNow : null,
      second: told.second ?? null,
      wantsUpdateMails: told.wantsUpdateMails ?? false,
      userId,
      passwordChangedAt,
    },
    known: {
      owner,
      person: { isInsuredPerson: true, isMailExempt: false },
      factors,
      active: told.active ?? first ?? null,
      passwordChangedAt,
    },
    codesLeft,
  };
};

export const isOptional = ({ policy }: Society): boolean =>
  policy.secondFactor.demand === "optional";
export const isRequired = (society: Society): boolean => !isOptional(society);
export const allows =
  (...names: readonly MethodName[]) =>
  ({ policy }: Society): boolean =>
    names.every((name) => (policy.secondFactor.methods as readonly string[]).includes(name));
