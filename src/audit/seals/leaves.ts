/** What a seal keeps of each fact: 16 bytes of its id, 8 of its leaf. */
export const entryBytes = 24;
const idBytes = 16;

export type Entry = { readonly fact: string; readonly leaf: string };

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidOf = (hex: string) =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    "-",
  );

/** One after another, in the order of the facts. */
export const packLeaves = (
  facts: readonly { readonly id: string; readonly leaf: Buffer }[],
): Buffer =>
  Buffer.concat(
    facts.flatMap(({ id, leaf }) => [bytesOf(id), leaf.subarray(0, entryBytes - idBytes)]),
  );

export const unpackLeaves = (packed: Buffer): readonly Entry[] =>
  Array.from({ length: Math.floor(packed.length / entryBytes) }, (_, i) => {
    const entry = packed.toString("hex", i * entryBytes, (i + 1) * entryBytes);
    return { fact: uuidOf(entry.slice(0, 2 * idBytes)), leaf: entry.slice(2 * idBytes) };
  });
