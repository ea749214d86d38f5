/** Which of what was typed may wait for its owner. Pure. */

/** Names of fields that no form keeps, whatever its list says: secrets, proofs, the runner's own. */
const secret = /password|code|pin|token|secret|proof|response|turn/i;

type Fields = Readonly<Record<string, string>>;

/** Longer ones are no page of ours, and longer values are no field's. */
const longestPath = 200;
const longestValue = 2000;

/** Of one session; a page more takes the place of the one that waits longest. */
export const mostForms = 5;

/** What of a form is kept. Null: nothing of it, so that nothing need be. */
export const toKeep = (form: Fields, names: readonly string[], path: string): Fields | null => {
  const kept = names.flatMap((name) => {
    const value = form[name];
    const isKept = value !== undefined && value.length <= longestValue && !secret.test(name);
    return isKept ? [[name, value] as const] : [];
  });
  const isEmpty = kept.every(([, value]) => value === "");
  return isEmpty || path.length > longestPath ? null : Object.fromEntries(kept);
};
