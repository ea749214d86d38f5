// What the lists of mutants are written with: a piece of source, and what stands there without it.

export type Piece = { readonly file: string; readonly from: string; readonly to: string };

export type Mutant = {
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** Nobody misses it alone, because of this other check; the next mutant lacks both. */
  readonly guardedBy?: string;
};

export const inFile = (file: string) => (from: string, to: string) => ({ file, from, to });

export const mutant = (name: string, ...pieces: readonly Piece[]): Mutant => ({ name, pieces });

type Guard = { readonly by: string; readonly without: readonly Piece[] };

/** Two checks for the same: alone the first is not missed, without both it is. */
export const guarded = (name: string, piece: Piece, { by, without }: Guard): readonly Mutant[] => [
  { name, pieces: [piece], guardedBy: by },
  { name: `${name}; and ${by}`, pieces: [piece, ...without] },
];
