import { designOf, titleOf } from "./forms.ts";
import { openPaper, type Paper, widthOf, wrap } from "./paper/index.ts";
import type { Design, Kit, Side } from "./parts/types.ts";
import { openTypefaces, type Typefaces } from "./typefaces/index.ts";
import type { Edition, Sheet } from "./types.ts";

/** Sheets in, bytes of one PDF out. */
export type Rendering = {
  /** The bytes that are ready, which may be of sheets before these. */
  readonly add: (sheets: readonly Sheet[]) => Uint8Array;
  /** The rest of the file. */
  readonly end: () => Uint8Array;
};

export const openKit = (edition: Edition, typefaces: Typefaces): Kit => {
  const measure: Kit["widthOf"] = (text, style) => widthOf(typefaces, { ...style, text });
  return {
    edition,
    widthOf: measure,
    wrap: (text, { width, isOurs = false, ...style }) =>
      wrap(text, (line) => measure(line, style) <= width, isOurs),
  };
};

type Print<Of> = (of: Of) => void;

const printing = <Of>(paper: Paper, { size }: Design, sides: readonly Side<Of>[]): Print<Of> => {
  // drawn when the first sheet of its kind comes: most files have no cover
  const grounds = sides.map(({ common }) => {
    let ground: ReturnType<Paper["ground"]> | undefined;
    return () => {
      ground ??= paper.ground(size, common);
      return ground;
    };
  });
  return (of) => {
    for (const [i, { own }] of sides.entries()) {
      const ground = grounds[i];
      if (ground) paper.page(ground(), own(of));
    }
  };
};

export const openRendering = (edition: Edition): Rendering => {
  const typefaces = openTypefaces();
  const kit = openKit(edition, typefaces);
  const design = designOf(kit);
  const paper = openPaper(`${titleOf(edition)} ${edition.society.name.ja}`, {
    on: edition.issuedOn,
    typefaces,
  });
  const letter = printing(paper, design, design.letter);
  const cover = printing(paper, design, design.cover);
  return {
    add: (sheets) => {
      for (const sheet of sheets)
        if (sheet.kind === "letter") letter(sheet.letter);
        else cover(sheet.cover);
      return paper.take();
    },
    end: () => {
      paper.end();
      return paper.take();
    },
  };
};
