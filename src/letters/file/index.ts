import { ok, type Result } from "../../kernel/result.ts";
import { openNewFile } from "../../platform/new-file.ts";
import type { Edition, Sheet } from "../types.ts";
import { startThread } from "./thread.ts";

/** A PDF of letters that is being written beside its place, readable by its owner only. */
export type LetterFile = {
  /**
   * Takes the next sheets. Resolves when the sheets before them are written, so that these are
   * rendered while the caller makes the next: at most two portions are in memory.
   * @throws when rendering or writing failed, also of sheets before: discard then
   */
  readonly write: (sheets: readonly Sheet[]) => Promise<void>;
  /** Everything on disk and under its name. Refuses with `file-exists` when the name is taken. */
  readonly finish: () => Promise<Result<null>>;
  /** Takes back what was written, the finished file too. Always works. */
  readonly discard: () => Promise<void>;
};

/** Begins a PDF at `path`. Refuses with `file-exists`. */
export const openLetterFile = async (
  path: string,
  edition: Edition,
): Promise<Result<LetterFile>> => {
  const opened = await openNewFile(path);
  if (!opened.ok) return opened;
  const file = opened.value;
  const thread = startThread(edition);
  let last: Promise<void> = Promise.resolve();
  const then = (work: () => Promise<void>): Promise<void> => {
    const before = last;
    last = before.then(work);
    // told by the next call; the thread is of no more use
    last.catch(() => thread.stop());
    return before;
  };
  return ok({
    write: (sheets) => then(async () => file.write(await thread.ask({ kind: "add", sheets }))),
    finish: async () => {
      await then(async () => file.write(await thread.ask({ kind: "end" })));
      await last;
      await thread.stop();
      return file.finish();
    },
    discard: async () => {
      await thread.stop();
      await last.catch(() => {});
      await file.discard();
    },
  });
};
