import { scan } from "../house/scan.ts";

// A title that is put together at run time is known by what stands still in it.

const opening = /\b(?:test|describe|it)\(\s*(["`])/g;
const inQuotes = /(?:[^"\\]|\\.)*/y;
const still = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y;

const escaped = (text: string) =>
  text.replace(/\\(.)/g, "$1").replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

const taken = (pattern: RegExp, text: string, from: number): string => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? "";
};

/** Behind the `}` of a hole that begins here; quotes and templates in it may have braces of their own. */
const endOfHole = (text: string, from: number): number => {
  for (let at = from, depth = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at += 1 + taken(inQuotes, text, at + 1).length;
    else if (sign === "`") at = template(text, at + 1).end;
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
};

const template = (text: string, from: number): { pattern: string; end: number } => {
  let [pattern, end] = ["", from];
  for (;;) {
    const part = taken(still, text, end);
    pattern += escaped(part);
    end += part.length;
    if (!text.startsWith("${", end)) return { pattern, end };
    pattern += "[\\s\\S]*";
    end = endOfHole(text, end + 2);
  }
};

/** Titles of the tests and suites in a file, as patterns: `${…}` stands for anything. */
export const titlesIn = (path: string, text: string): readonly RegExp[] =>
  [...scan(path, text).code.matchAll(opening)].map(({ index, 0: call, 1: quote }) => {
    const from = index + call.length;
    const pattern =
      quote === "`" ? template(text, from).pattern : escaped(taken(inQuotes, text, from));
    return new RegExp(`^${pattern}$`);
  });
