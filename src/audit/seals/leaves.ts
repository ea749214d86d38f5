import { bytesOfUuid, uuidOfBytes } from "../../kernel/ids.ts";

/** What a seal keeps of each fact: 16 bytes of its id, 8 of its leaf. */
const entryBytes = 24;
const idBytes = 16;

export type Entry = { readonly fact: string; readonly leaf: string };

/** One after another, in the order of the facts. */
export const packLeaves = (
  facts: readonly { readonly id: string; readonly leaf: Buffer }[],
): Buffer =>
  Buffer.concat(
    facts.flatMap(({ id, leaf }) => [bytesOfUuid(id), leaf.subarray(0, entryBytes - idBytes)]),
  );

export const unpackLeaves = (packed: Buffer): readonly Entry[] =>
  Array.from({ length: Math.floor(packed.length / entryBytes) }, (_, i) => {
    const entry = packed.subarray(i * entryBytes, (i + 1) * entryBytes);
    return { fact: uuidOfBytes(entry.subarray(0, idBytes)), leaf: entry.toString("hex", idBytes) };
  });
