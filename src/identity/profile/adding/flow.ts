/**
 * One more 認証方法 of the signed-in, from the profile: chosen here, or by the pulldown before; or new
 * recovery codes alone. docs/flows/add-factor.mmd is drawn from this.
 */
export const kind = "add-factor";
export const path = "/profile/add";
/** Two tabs: what was sent is of the one that was begun before. */
export const overtaken = `${path}/overtaken`;
export const cookie = "add-factor";

/** What may be asked, in order: of who adds something, of who chose it already, of who wants codes. */
export const ways: Readonly<Record<string, readonly string[]>> = {
  any: ["method", "enrol", "recovery-codes"],
  chosen: ["enrol", "recovery-codes"],
  codes: ["recovery-codes"],
};

/** `changed`: the password, the session, the address, or a lock is another one since. */
export const ends: Readonly<Record<string, readonly string[]>> = {
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

/**
 * An app may have to be fetched, a filter may hold a mail back; no longer, as whoever finds the browser
 * left open here could add a device of their own.
 */
export const lifetimeMinutes = 30;
