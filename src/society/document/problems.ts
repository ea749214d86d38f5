import type { z } from "zod";
import type { Facts } from "../../kernel/result.ts";
import type { Language } from "../types.ts";
import { en, ja, type ProblemCode } from "./problem-text.ts";

/** One thing that is wrong with a society's file. */
export type Problem = {
  /** Where, such as `policy.password.minLength` or `services[2]`; empty: the file itself. */
  readonly path: string;
  /** What stands there, shortened; null where nothing does. */
  readonly value: string | null;
  readonly code: ProblemCode;
  readonly facts: Facts;
};

const pathOf = (parts: readonly PropertyKey[]): string =>
  parts
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    document,
  );

const longest = 60;
// What cannot be seen is written as its number; it could also turn the line around it.
const seen = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
const shown = (value: unknown): string | null => {
  const text = JSON.stringify(value);
  if (text === undefined) return null;
  return seen(text.length > longest ? `${text.slice(0, longest)}…` : text);
};

// What a pattern asks for, in the words of the field: the pattern itself helps nobody.
const forms: readonly (readonly [RegExp, string])[] = [
  [/^code$/, "hikari, minato-2"],
  [/^insurerNumber$/, "06130090"],
  [/\.tel$/, "03-0123-4567"],
  [/\.postalCode$/, "000-0000"],
  [/\.email$/, "kenpo@example.jp"],
  [/\.formUrl$/, "https://…"],
  [/\.colour$/, "#006173"],
  [/\.mark$/, "け"],
  [/\.host$/, "kenpo.example.jp"],
  [/^mailDomain$/, "mail.example.jp"],
  [/\.(from|to)$/, "21:00"],
  [/\.effectiveOn$/, "2026-04-01"],
  [/\.symbols$/, "-_."],
];
const formOf = (path: string) => forms.find(([where]) => where.test(path))?.[1] ?? "…";

type Issue = z.core.$ZodIssue;
type Reading = { readonly code: ProblemCode; readonly facts: Facts };

const plain = (code: ProblemCode): Reading => ({ code, facts: {} });

const readingOf = (issue: Issue, path: string, value: unknown): Reading => {
  if (value === undefined && issue.code !== "custom") return plain("needed-value");
  switch (issue.code) {
    case "invalid_type":
      return { code: "wrong-kind", facts: { expected: issue.expected } };
    case "invalid_value":
      return { code: "not-a-choice", facts: { choices: issue.values.join(", ") } };
    case "invalid_union":
      return { code: "not-a-choice", facts: { choices: "shared, own" } };
    case "too_small":
      return { code: "too-small", facts: { least: Number(issue.minimum) } };
    case "too_big":
      return { code: "too-big", facts: { most: Number(issue.maximum) } };
    case "custom":
      return plain((issue.params as { rule: ProblemCode }).rule);
    default:
      return { code: "wrong-form", facts: { form: formOf(path) } };
  }
};

const problemsOf = (issue: Issue, document: unknown): readonly Problem[] => {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key]),
      value: shown(valueAt(document, [...issue.path, key])),
      ...plain("unknown-name"),
    }));
  const path = pathOf(issue.path);
  const value = valueAt(document, issue.path);
  return [{ path, value: shown(value), ...readingOf(issue, path, value) }];
};

/** All problems at once, the first of each place. */
export const problemsFrom = (issues: readonly Issue[], document: unknown): readonly Problem[] => {
  const all = issues.flatMap((issue) => problemsOf(issue, document));
  return all.filter(({ path }, i) => all.findIndex((other) => other.path === path) === i);
};

/** One line: where, what stands there, the rule, how to mend it, the code. */
export const problemLine = ({ path, value, code, facts }: Problem, lang: Language): string => {
  const { rule, mend } = (lang === "ja" ? ja : en)[code](facts);
  const where = [path, value].filter((part) => part).join(" = ");
  return `${where ? `${where}: ` : ""}${rule}${lang === "ja" ? "。" : ". "}${mend} [${code}]`;
};
