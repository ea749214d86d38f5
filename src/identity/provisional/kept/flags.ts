/** Numbers from 0 on, one bit each: 300,000 take 37 KB. */
export type Flags = {
  readonly set: (number: number) => void;
  readonly has: (number: number) => boolean;
};

export const openFlags = (): Flags => {
  let bits = new Uint8Array(1024);
  const grow = (least: number) => {
    const grown = new Uint8Array(Math.max(least, bits.length * 2));
    grown.set(bits);
    bits = grown;
  };
  return {
    set: (number) => {
      const at = number >> 3;
      if (at >= bits.length) grow(at + 1);
      bits[at] = (bits[at] ?? 0) | (1 << (number & 7));
    },
    has: (number) => ((bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0,
  };
};
