/** Something in a file that breaks a rule of the house. */
export type Problem = {
  readonly file: string;
  /** From 1; 0 where it is about the file's name. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
};

/** A file as the rules see it. Three texts of the same length, so that places agree. */
export type Source = {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Comments and the insides of strings blanked. */
  readonly code: string;
  /** Only the insides of strings and templates. */
  readonly strings: string;
};

export type Rule = (source: Source) => readonly Problem[];

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || /^(test|bench)\//.test(path);

export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);

export const lineAt = (text: string, index: number): number =>
  text.slice(0, index).split("\n").length;

type Ban = { readonly rule: string; readonly pattern: RegExp; readonly message: string };

/** Every place where the pattern is found in one of the file's texts. */
export const banned = (source: Source, text: string, { rule, pattern, message }: Ban): Problem[] =>
  [...text.matchAll(pattern)].map((found) => ({
    file: source.path,
    line: lineAt(text, found.index),
    rule,
    message: `${message} (${found[0].trim()})`,
  }));
