/** Takes many small writes and gives few large pieces. */
export type Sink = {
  /** @returns how many bytes it was */
  readonly write: (piece: string | Uint8Array) => number;
  /** What was written since the last take. */
  readonly take: () => Uint8Array;
};

const slab = 1 << 18;

export const openSink = (): Sink => {
  let full: Buffer[] = [];
  let open = Buffer.allocUnsafe(slab);
  let used = 0;
  return {
    write: (piece) => {
      // PDF is bytes: pdfkit's strings have one a character
      const bytes = typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
      if (used + bytes.length > open.length) {
        full.push(open.subarray(0, used));
        open = Buffer.allocUnsafe(Math.max(slab, bytes.length));
        used = 0;
      }
      open.set(bytes, used);
      used += bytes.length;
      return bytes.length;
    },
    take: () => {
      const all = Buffer.concat([...full, open.subarray(0, used)]);
      full = [];
      used = 0;
      return all;
    },
  };
};
