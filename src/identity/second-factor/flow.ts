/**
 * 二段階認証 after a right password: what is enrolled is asked for (「別の方法で認証する」 changes the
 * question); who must have something and has nothing enrols it here. docs/flows/second-factor.mmd is
 * drawn from this.
 */
export const kind = "second-factor";
export const path = "/second-factor";
export const cookie = "second-factor";

/** What may be asked, in order: of who has something, of who must enrol, and of who must enrol anew. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  enrolled: ["verify"],
  "nothing-yet": ["method", "enrol", "recovery-codes"],
  "not-allowed-any-more": ["verify", "method", "enrol", "recovery-codes"],
};

/** `changed`: the password, the address, a lock, or what is enrolled is another one since. */
export const ends: Readonly<Record<string, readonly string[]>> = {
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

/** Minutes: an app may have to be fetched, a filter may hold a mail back. */
export const lifetimeMinutes = 60;
