import { posix } from "node:path";
import { lineAt, type Source } from "./types.ts";

export type Import = {
  readonly file: string;
  readonly line: number;
  /** Project path of one of our files, or the package's name. */
  readonly to: string;
  readonly isOurs: boolean;
  /** Nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
  /** Names of the values taken, before any `as`. */
  readonly values: readonly string[];
};

const statement =
  /(?:^|[\n;])\s*(?:import|export)\s+(?<type>type\s+)?(?<names>[\w*${},\s]*?)\s*from\s*["']|(?:^|[\n;])\s*import\s*["']|\bimport\(\s*["']/g;

const valuesIn = (names: string): readonly string[] =>
  names
    .replace(/[{}]/g, ",")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "))
    .map((name) => name.split(/\s+as\s+/)[0] ?? name);

/** Every import and re-export of a file. `import("x")` in a type counts as a value: write `import type`. */
export const importsOf = ({ path, code, text }: Source): readonly Import[] =>
  [...code.matchAll(statement)].map((found) => {
    const from = found.index + found[0].length;
    const to = text.slice(from, from + text.slice(from).search(/["']/));
    const isOurs = to.startsWith(".");
    const names = found.groups?.names;
    const values = valuesIn(names ?? "");
    const isTypeOnly =
      found.groups?.type !== undefined || (names !== undefined && values.length === 0);
    return {
      file: path,
      line: lineAt(text, from),
      to: isOurs ? posix.join(posix.dirname(path), to) : to,
      isOurs,
      isTypeOnly,
      values: isTypeOnly ? [] : values,
    };
  });
