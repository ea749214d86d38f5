/**
 * A password as it is judged and hashed: NFKC, so that full-width typing is the same password, and
 * ¥ as \, because Japanese keyboards write either for the same key. Never trimmed, case kept.
 */
export const normalPassword = (typed: string): string =>
  typed.normalize("NFKC").replaceAll("¥", "\\");
