import { openRendering } from "./render.ts";
import { openTypefaces as openAll } from "./typefaces/index.ts";
import type { Judged } from "./typefaces/types.ts";
import type { Edition, Sheet } from "./types.ts";

export { type LetterFile, openLetterFile } from "./file/index.ts";
export { type LetterSample, letterSamples } from "./samples.ts";
export type { Judged } from "./typefaces/types.ts";
export type * from "./types.ts";

/** The typefaces of letters, to ask beforehand what they can print. */
export const openTypefaces = (): { readonly judge: (text: string) => Judged } => {
  const { judge } = openAll();
  return { judge };
};

/** A whole PDF in memory: for few sheets. */
export const lettersPdf = async (
  edition: Edition,
  sheets: readonly Sheet[],
): Promise<Uint8Array> => {
  const rendering = openRendering(edition);
  return Buffer.concat([rendering.add(sheets), rendering.end()]);
};
