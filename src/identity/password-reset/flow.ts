/**
 * パスワードの再設定, after a mail was received: what is enrolled is asked for, the fields of 本人確認
 * where a mailbox would be all that was shown, and then the new password. Who lost what they sign in
 * with enrols anew. docs/flows/password-reset.mmd is drawn from this.
 */
export const kind = "password-reset";
export const path = "/reset-password";
export const cookie = "password-reset";

const enrolling = ["method", "enrol", "recovery-codes", "password"];

/** What may be asked, in order, of whom. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  enrolled: ["verify", "password"],
  "the-mailbox-alone": ["verify", "identity", "password"],
  "nothing-enrolled": ["password"],
  // 「認証の機器をなくした方」, and back: 「認証の機器がある方」.
  lost: ["verify", "identity", ...enrolling],
  found: ["identity", "verify"],
  "nothing-enrolled-and-demanded": ["identity", ...enrolling],
  "not-allowed-any-more": ["verify", ...enrolling],
};

/** `changed`: the password, the address or what is enrolled is another one since. */
export const ends: Readonly<Record<string, readonly string[]>> = {
  verify: ["factor-locked", "account-locked", "too-many-tries"],
  identity: ["factor-locked", "account-locked", "too-many-tries"],
  enrol: ["too-many-tries"],
  password: ["complete", "changed", "factor-locked", "account-locked", "awaits-letter"],
};

/** 「ほかの方法を選ぶ」 */
export const revisable: readonly string[] = ["method"];

/** What today's policy may still ask for, when all that an earlier one asked is done. */
const reopened: Readonly<Record<string, readonly string[]>> = {
  password: ["verify", "identity", "method"],
};

const all = [...new Set(Object.values(ways).flat())];
const after = (step: string) =>
  Object.values(ways).flatMap((way) =>
    way.includes(step) ? way.slice(way.indexOf(step) + 1) : [],
  );

/** From each step, where it may lead. The runner allows nothing else. */
export const moves: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  all.map((step) => [
    step,
    [...new Set([...after(step), ...revisable, ...(reopened[step] ?? []), ...(ends[step] ?? [])])],
  ]),
);

/** Minutes: another app may have to be fetched, a filter may hold a mail back. */
export const lifetimeMinutes = 60;
