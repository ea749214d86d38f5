/**
 * An address of the signed-in: the main one or the second one, new or to be confirmed.
 * docs/flows/change-address.mmd is drawn from this.
 */
export const kind = "change-address";
export const path = "/profile/address";
export const cookie = "change-address";

/** By the code, which is typed here; by the button, which is pressed anywhere and so ends nothing. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  code: ["address", "check"],
  button: ["address", "check", "apply"],
};

/** `changed`: the password, the session, an address or a lock is another one since. */
export const ends: Readonly<Record<string, readonly string[]>> = {
  check: ["complete", "changed", "too-many-tries"],
  apply: ["complete", "changed"],
};

/** 「メールアドレスを入力し直す」 */
export const revisable: readonly string[] = ["address"];

/** From each step, where it may lead. The runner allows nothing else. */
export const moves: Readonly<Record<string, readonly string[]>> = {
  address: ["address", "check"],
  check: ["check", "apply", "address", ...(ends.check ?? [])],
  apply: ["apply", "address", ...(ends.apply ?? [])],
};

/** Filters hold mails back for minutes; a browser is not to be left open for more. */
export const lifetimeMinutes = 30;

/** Wrong codes of all mails together: a look at the wrong mail or two, no guessing. */
export const wrongCodes = 20;
