/**
 * Kinds of bad input. A text with ✂ is put into the middle of what would be right, so that only the
 * one bad thing is wrong; any other text stands alone. ▒ is sent as bytes that are no UTF-8.
 */
export const badKinds = {
  empty: "",
  "only spaces": " 　 ",
  "too long": "a1".repeat(150),
  "full width": "ｈａ１",
  "another script": "やまだはなこ七八",
  control: "✂\u0007",
  NUL: "✂\0",
  emoji: "✂😀",
  "emoji of several characters": "✂👩‍👧",
  "mark that turns the direction": "✂\u202e",
  "invisible character": "✂\u200b",
  gaiji: "✂\ue000",
  "no character": "✂\uffff",
  "broken UTF-8": "✂▒",
  "half a character": "✂\ud83d",
  SQL: "'; drop table account; --",
  HTML: `"><script>alert(1)</script>&amp;`,
} as const;

export type BadKind = keyof typeof badKinds;

/** Marks and metacharacters are what a password should have: for a password they are no fault. */
export const badInPasswords = (Object.keys(badKinds) as BadKind[]).filter(
  (kind) => kind !== "SQL" && kind !== "HTML" && kind !== "another script",
);

export const badText = (kind: BadKind, right: string): string => {
  const text: string = badKinds[kind];
  return text.startsWith("✂") ? `${right.slice(0, 3)}${text.slice(1)}${right.slice(3)}` : text;
};

/** As the browser sends it, and as the server can only understand it. */
export const encoded = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString().replaceAll(encodeURIComponent("▒"), "%FF%C3");
export const understood = (text: string): string =>
  text.replaceAll("▒", "\ufffd\ufffd").toWellFormed();
