import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type LetterSink, openListSink, openTogether } from "../../identity/provisional/index.ts";
import { type Result, refuse } from "../../kernel/result.ts";
import { type Instant, todayInTokyo } from "../../kernel/time.ts";
import { openLetterFile, openTypefaces } from "../../letters/index.ts";
import type { Edition } from "../../letters/types.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Installation, Output } from "../command.ts";
import { interruptible } from "./interrupt.ts";

/** Where letters go: a PDF, a list, or both. */
export type Places = { readonly pdf: string | null; readonly csv: string | null };

export const fileOptions = {
  pdf: { type: "string" },
  csv: { type: "string" },
} as const;

/** Null where neither is given and something is to be written: told, with how to give one. */
export const placesOf = ({ values, out }: Pick<Call, "values" | "out">): Places | null => {
  const [pdf, csv] = [values.pdf, values.csv].map((one) => (typeof one === "string" ? one : null));
  if (pdf || csv || values["dry-run"] === true) return { pdf: pdf ?? null, csv: csv ?? null };
  out.complain(
    "--pdf OUT.pdf か --csv OUT.csv(両方も可)を付けてください。仮パスワードはこのファイルにだけ書かれます。",
  );
  return null;
};

/** What print cannot print; null where a list alone is written. */
export const judgeFor = ({ pdf, csv }: Places) =>
  pdf === null && csv !== null ? null : openTypefaces().judge;

/** What all letters of a batch have in common. @param begunAt today unless given */
export const editionOf = (
  { registry, clock }: Pick<Installation, "registry" | "clock">,
  society: Society,
  begunAt: Instant = clock.now(),
): Edition => {
  const entrance = registry.entrance(society.entranceId);
  if (!entrance) throw new Error("a society without an entrance");
  return { society, origin: entrance.origin, issuedOn: todayInTokyo(begunAt) };
};

const placeOf = async (path: string) =>
  join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path));

/**
 * Opens the files beside their places, all or none. Refuses `file-exists`, and `same-file` where both
 * are to be one.
 */
export const openFiles = async (
  { pdf, csv }: Places,
  edition: Edition,
): Promise<Result<LetterSink>> => {
  if (pdf && csv && (await placeOf(pdf)) === (await placeOf(csv))) return refuse("same-file");
  return openTogether([
    ...(csv ? [() => openListSink(csv)] : []),
    ...(pdf ? [() => openLetterFile(pdf, edition)] : []),
  ]);
};

/** Opens the files for work that finishes or discards them, and that Ctrl-C stops. Refuses as both do. */
export const intoFiles = async <T>(
  { places, edition }: { readonly places: Places; readonly edition: Edition },
  work: (sink: LetterSink) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const opened = await openFiles(places, edition);
  if (!opened.ok) return opened;
  const { sink, release } = interruptible(opened.value);
  try {
    return await work(sink);
  } finally {
    release();
  }
};

/** Where the letters are, and how to treat them. */
export const sayFiles = (out: Output, { pdf, csv }: Places): void => {
  if (pdf) out.say(`通知: ${pdf}`);
  if (csv) out.say(`一覧: ${csv}`);
  out.say("仮パスワードが入っています。印刷し、渡し終えたら消してください。");
};

/** The file that the system refused, as far as it tells. */
export const pathOf = (error: unknown, { pdf, csv }: Places): string =>
  (error as NodeJS.ErrnoException).path ?? pdf ?? csv ?? "";
