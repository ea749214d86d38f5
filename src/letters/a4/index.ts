import type { Design, Kit } from "../parts/types.ts";

export const a4Design = (_: Kit): Design => ({
  size: { width: 210, height: 297 },
  letter: [
    {
      common: [],
      own: (letter) => [
        { kind: "words", x: 26, y: 30, size: 11, text: letter.name },
        { kind: "words", x: 26, y: 120, size: 28, weight: "bold", text: letter.issuedId },
        { kind: "words", x: 26, y: 140, size: 28, weight: "bold", text: letter.password },
      ],
    },
  ],
  cover: [
    {
      common: [],
      own: (cover) => [{ kind: "words", x: 26, y: 30, size: 11, text: `${cover.count}` }],
    },
  ],
});
