import { createHash } from "node:crypto";
import type { Measure } from "./types.ts";

/** Counts and hashes what goes by. */
export const measuring = () => {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    see: (piece: Buffer): void => {
      bytes += piece.length;
      hash.update(piece);
    },
    /** Once, at the end. */
    measure: (): Measure => ({ bytes, sha256: hash.digest("hex") }),
  };
};

const lineEnd = 10;

/** The same of rows in COPY's text format, where a line end is the end of a row and nothing else. */
export const measuringLines = () => {
  const all = measuring();
  let lines = 0;
  return {
    see: (piece: Buffer): void => {
      all.see(piece);
      for (let at = piece.indexOf(lineEnd); at >= 0; at = piece.indexOf(lineEnd, at + 1))
        lines += 1;
    },
    measure: (): Measure & { readonly lines: number } => ({ ...all.measure(), lines }),
  };
};
