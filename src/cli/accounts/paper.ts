import {
  type Judge,
  type LetterSink,
  openListSink,
  openTogether,
  type Plan,
} from "../../identity/provisional/index.ts";
import type { Result } from "../../kernel/result.ts";
import { todayInTokyo } from "../../kernel/time.ts";
import type { Society } from "../../society/index.ts";
import type { Installation } from "../command.ts";
import type { Asked } from "./order.ts";

// Typefaces take a second to load: only where something is printed.
const letters = () => import("../../letters/index.ts");

/** What is asked of a letter's text beforehand; null where nothing is printed by us. */
export const judgeFor = async ({ pdf }: Asked): Promise<Judge | null> =>
  pdf === null ? null : (await letters()).openTypefaces().judge;

/** 「氏名「髙」」, of what cannot be printed. */
export const unprintableIn = ({ findings }: Plan): string =>
  findings.unprintable.first
    .map(({ column, characters }) => `${column ?? ""}${characters.map((c) => `「${c}」`).join("")}`)
    .join("、");

/** The files that were asked for, as one. Refuses with `file-exists`. */
export const openFiles = (
  { registry, clock }: Installation,
  society: Society,
  { csv, pdf }: Asked,
): Promise<Result<LetterSink>> => {
  const entrance = registry.entrance(society.entranceId);
  if (!entrance) throw new Error("a society without an entrance");
  const issuedOn = todayInTokyo(clock.now());
  const edition = { society, origin: entrance.origin, issuedOn };
  const openPdf = async (path: string) => (await letters()).openLetterFile(path, edition);
  return openTogether([
    ...(pdf === null ? [] : [() => openPdf(pdf)]),
    ...(csv === null ? [] : [() => openListSink(csv)]),
  ]);
};
