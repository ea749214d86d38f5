const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

// Here every code unit is one grapheme: no marks that join, no selectors, no pairs. Nearly all names.
const apart =
  /^[\x20-\x7e\u2010-\u2027\u2460-\u24ff\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uf900-\ufaff\uff01-\uff9d]*$/;

/** What people count as one character each. */
export const graphemesOf = (text: string): readonly string[] =>
  apart.test(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
