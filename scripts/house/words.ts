import { posix } from "node:path";
import { banned, isTest, type Problem, type Source } from "./types.ts";

const about = (file: string, rule: string, message: string): Problem => ({
  file,
  line: 0,
  rule,
  message,
});

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const migration = /^\d{4}_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;
// In pieces: this file must pass its own rules.
const emptyNames = ["manager", "helper", "util", "data"];
const emptyName = new RegExp(`(^|-)(${emptyNames.join("|")})s?(-|$)`);

/** Names of files and folders. */
export const checkName = ({ path }: Source): readonly Problem[] => {
  const parts = path.split("/");
  const fits = (part: string) =>
    kebab.test(part) ||
    (path.startsWith("migrations/") && migration.test(part)) ||
    part === "README.md";
  return [
    ...parts
      .filter((part) => !fits(part))
      .map((part) => about(path, "names", `${part} is not kebab-case`)),
    ...parts
      .filter((part) => emptyName.test(part.replace(/\..*$/, "")))
      .map((part) => about(path, "names", `${part} says nothing: name what it does`)),
  ];
};

const emptyIdentifier = new RegExp(
  `\\b\\w*(?:${["Manager", "Helper"].join("|")})s?\\b|\\b(?:const|let|function|type|interface)\\s+(?:${emptyNames.join("|")})s?\\b`,
  "g",
);
const plainClass =
  /\bclass\s+\w*(?:\s*\{|\s+extends\s+(?!\w*Error\b))|\benum\s+\w+\s*\{|^\s*@\w+\(/gm;

/** Names and forms that the house does not have. */
export const checkForms = (source: Source): readonly Problem[] => [
  ...banned(source, source.code, {
    rule: "names",
    pattern: emptyIdentifier,
    message: "says nothing: name what it does",
  }),
  ...banned(source, source.code, {
    rule: "no classes",
    pattern: plainClass,
    message: "functions and readonly types instead",
  }),
];

const left = new RegExp(`\\b(?:${["TO", "FIX"].join("DO|")}ME)\\b`, "g");

/** What was left for later belongs into an issue. */
export const checkLeftovers = (source: Source): readonly Problem[] =>
  banned(source, source.text, {
    rule: "leftovers",
    pattern: left,
    message: "finish it or say it in an issue",
  });

const raw = /\bdangerouslySetInnerHTML\b|(?<![\w.])raw\((?!\s*"<!doctype html>"\))/g;
// Of an element, not of a component: a component may call its variant `style`.
const eventAttribute = /<[a-z][a-z0-9]*\s(?:[^<>]|=>)*?\bon[A-Za-z]+\s*=\s*["'{]/g;
const styleAttribute = /<[a-z][a-z0-9]*\s(?:[^<>]|=>)*?\bstyle\s*=\s*["'{]/g;
const inlineScript = /<(?:script|style)\b(?![^>]*\bsrc=)/g;

/** Everything is escaped, and the Content-Security-Policy allows nothing inline. */
export const checkMarkup = (source: Source): readonly Problem[] => {
  const { path } = source;
  if (!/^src\/(?!client\/).*\.tsx?$/.test(path) || isTest(path)) return [];
  const isMail = /^src\/mail\/|\/mail\//.test(path);
  const isDrawing = /^src\/ui\/.*(icons?|charts?)/.test(path);
  const uncommented = source.code.replace(
    /[^\n]/g,
    (c, i: number) => source.strings[i]?.trim() || c,
  );
  const inline = (pattern: RegExp) =>
    path.endsWith(".tsx")
      ? banned(source, uncommented, {
          rule: "markup",
          pattern,
          message: "nothing inline: see the CSP",
        })
      : [];
  return [
    ...(isDrawing
      ? []
      : banned(source, uncommented, {
          rule: "markup",
          pattern: raw,
          message: "everything is escaped",
        })),
    ...inline(eventAttribute),
    ...inline(inlineScript),
    ...(isMail ? [] : inline(styleAttribute)),
  ];
};

const codes = ["hikari", "minato", "kaede", "asahi", "sakura"].join("|");

/** Policy is a dial: no code knows a society by its code. */
export const checkSocieties = (source: Source): readonly Problem[] => {
  const { path } = source;
  if (!path.startsWith("src/") || isTest(path) || /\/samples(\.ts$|\/)/.test(path)) return [];
  const message = "no code knows a society: make it a dial of the policy";
  const quoted = new RegExp(`(?<=["'\`])(?:${codes})(?=["'\`])`, "g");
  const named = new RegExp(`\\b(?:${codes})\\b`, "g");
  return [
    ...banned(source, source.text, { rule: "societies", pattern: quoted, message }),
    ...banned(source, source.code, { rule: "societies", pattern: named, message }),
  ];
};

/** Tests use real things: no swapped modules, no waiting by the clock. */
export const checkTests = (source: Source): readonly Problem[] => {
  if (!isTest(source.path)) return [];
  const mocking = /\bmock\.module\b|\b(?:vi|jest)\.(?:mock|fn|spyOn)\b|\bmock\.timers\b/g;
  return banned(source, source.code, {
    rule: "tests",
    pattern: mocking,
    message: "no module mocking: pass the thing in",
  });
};

/** A text.ts says everything in both languages, held together by type. */
export const checkText = ({ path, code }: Source): readonly Problem[] => {
  if (!/^src\/.*\/text\.ts$/.test(path)) return [];
  const isPair = /\bconst ja\w*\b/.test(code) && /\bconst en\w*\b/.test(code);
  const isTyped = /\bsatisfies\b|\btypeof ja|\bconst en\w*: \w/.test(code);
  return isPair && isTyped
    ? []
    : [about(path, "text", "has ja, and en that must match it by type (satisfies)")];
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const unpaired = (value: Json, at: string): readonly string[] => {
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => unpaired(one, `${at}[${i}]`));
  const object = value as { readonly [key: string]: Json };
  const missing = ["ja", "en"].filter((lang) => object[lang] === undefined || object[lang] === "");
  const isHalf = missing.length > 0 && ("ja" in object || "en" in object);
  return [
    ...(isHalf ? [`${at} lacks ${missing.join(" and ")}`] : []),
    ...Object.entries(object).flatMap(([key, inner]) => unpaired(inner, `${at}.${key}`)),
  ];
};

/** The sample societies' words are there in both languages. */
export const checkSocietyText = ({ path, text }: Source): readonly Problem[] =>
  path.startsWith("societies/") && path.endsWith(".json")
    ? unpaired(JSON.parse(text), posix.basename(path)).map((message) =>
        about(path, "text", message),
      )
    : [];
