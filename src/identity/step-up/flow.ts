/**
 * もう一度の本人確認 before something that matters: the password and what is enrolled, or a passkey
 * alone; who has nothing that is strong enough enrols it here. docs/flows/step-up.mmd is drawn from
 * this.
 */
export const kind = "step-up";
export const path = "/step-up";
export const cookie = "step-up";

/** What may be asked, in order: of who has something, a passkey, nothing, nothing strong enough. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  enrolled: ["password", "verify"],
  passkey: ["verify"],
  // 「別の方法で認証する」 of a passkey brings the password first.
  "another-than-the-passkey": ["verify", "password", "verify"],
  "nothing-enrolled": ["password"],
  "nothing-strong-enough": ["password", "verify", "method", "enrol", "recovery-codes"],
};

/** `changed`: the password, the session, or what is enrolled is another one since. */
export const ends: Readonly<Record<string, readonly string[]>> = {
  password: ["complete", "changed", "factor-locked"],
  verify: ["complete", "changed", "factor-locked", "account-locked", "too-many-tries"],
  method: ["complete", "changed"],
  enrol: ["complete", "changed", "too-many-tries"],
  "recovery-codes": ["complete", "changed"],
};

const all = [...new Set(Object.values(ways).flat())];
const after = (step: string) =>
  Object.values(ways).flatMap((way) =>
    way.includes(step) ? way.slice(way.indexOf(step) + 1) : [],
  );

/** 「ほかの方法を選ぶ」 */
export const revisable: readonly string[] = ["method"];

/**
 * From each step, where it may lead: a later step of a way (what is known is skipped), an end, and
 * under a policy that changed meanwhile the choice once more. The runner allows nothing else.
 */
export const moves: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  all.map((step) => [step, [...new Set([...after(step), ...revisable, ...(ends[step] ?? [])])]]),
);

/** An app may have to be fetched, a filter may hold a mail back. */
export const lifetimeMinutes = 30;
