import { ok, type Result } from "../../../kernel/result.ts";
import type { Cover, Letter } from "../../../letters/types.ts";
import { type ListFile, listLine, openListFile } from "../list-file.ts";
import type { Holder } from "../types.ts";

/** A sheet on its way to paper, and whose letter it is. A `Sheet` of letters/ and more. */
export type LetterSheet =
  | { readonly kind: "letter"; readonly letter: Letter; readonly holder: Holder }
  | { readonly kind: "cover"; readonly cover: Cover };

/** A file that letters are written to, beside its place. `openLetterFile` of letters/ opens one. */
export type LetterSink = {
  /** In the order of the sheets; waits while the file is behind. */
  readonly write: (sheets: readonly LetterSheet[]) => Promise<void>;
  /** Everything on disk and under its name, or refused and nothing under it. */
  readonly finish: () => Promise<Result<null>>;
  /** Takes back what was written, the finished file too. */
  readonly discard: () => Promise<void>;
};

const lineOf = (sheet: LetterSheet): readonly (readonly string[])[] => {
  if (sheet.kind === "cover") return [];
  const { letter, holder } = sheet;
  return [[...listLine(holder, letter), letter.reference]];
};

/** The list of provisional passwords, with each letter's 整理番号. Refuses as `openNewFile` does. */
export const openListSink = async (path: string): Promise<Result<LetterSink>> => {
  const opened = await openListFile(path, ["整理番号"]);
  if (!opened.ok) return opened;
  const { write, ...file }: ListFile = opened.value;
  return ok({ ...file, write: (sheets) => write(sheets.flatMap(lineOf)) });
};

/** Each is told, also where another one fails: nothing may stay that nobody knows of. */
const all = async (works: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const done = await Promise.allSettled(works.map((work) => work()));
  for (const one of done) if (one.status === "rejected") throw one.reason;
};

const together = (sinks: readonly LetterSink[]): LetterSink => ({
  write: (sheets) => all(sinks.map((sink) => () => sink.write(sheets))),
  finish: async () => {
    for (const sink of sinks) {
      const finished = await sink.finish();
      if (!finished.ok) return finished;
    }
    return ok(null);
  },
  discard: () => all(sinks.map((sink) => sink.discard)),
});

/** Opens all of them as one, or none; what was refused first is answered. */
export const openTogether = async (
  openers: readonly (() => Promise<Result<LetterSink>>)[],
): Promise<Result<LetterSink>> => {
  const opened: LetterSink[] = [];
  try {
    for (const open of openers) {
      const one = await open();
      if (!one.ok) {
        await together(opened).discard();
        return one;
      }
      opened.push(one.value);
    }
  } catch (error) {
    await together(opened).discard();
    throw error;
  }
  return ok(together(opened));
};
