import { createCipheriv, createDecipheriv } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { BackupError } from "./types.ts";

// STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its Nonce-Reuse
// Misuse-Resistance, 2015), as age does: the nonce is the chunk's number and whether it is the last.
// A chunk that is altered, moved, dropped or added does not open; one of another file has another key.

const cipher = "aes-256-gcm";
const chunkBytes = 1 << 20;
const tagBytes = 16;

const nonceOf = (chunk: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  // throws beyond 2^32 chunks (4 PiB): no nonce comes twice
  nonce.writeUInt32BE(chunk, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

type Chunk = { readonly number: number; readonly isLast: boolean };

function* sealChunk(key: Buffer, { number, isLast }: Chunk, plain: Buffer): Generator<Buffer> {
  const sealing = createCipheriv(cipher, key, nonceOf(number, isLast));
  yield sealing.update(plain);
  sealing.final();
  yield sealing.getAuthTag();
}

/** @param key for this one stream only */
export async function* seal(key: Buffer, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gathered = Buffer.allocUnsafe(chunkBytes);
  let [filled, number] = [0, 0];
  for await (const piece of plain) {
    for (let from = 0; from < piece.length; ) {
      // only now is it known that the full one is not the last
      if (filled === chunkBytes) {
        yield* sealChunk(key, { number, isLast: false }, gathered);
        [filled, number] = [0, number + 1];
      }
      const copied = piece.copy(gathered, filled, from);
      filled += copied;
      from += copied;
    }
  }
  yield* sealChunk(key, { number, isLast: true }, gathered.subarray(0, filled));
}

/** The next bytes of a file, as many as there are up to the end of `into`. */
const fill = async (handle: FileHandle, into: Buffer): Promise<Buffer> => {
  let filled = 0;
  for (;;) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, null);
    filled += bytesRead;
    if (bytesRead === 0 || filled === into.length) return into.subarray(0, filled);
  }
};

const openChunk = (key: Buffer, { number, isLast }: Chunk, sealed: Buffer): Buffer | null => {
  const end = sealed.length - tagBytes;
  if (end < 0) return null;
  // The length is named: otherwise Node also takes tags of 4 bytes.
  const opening = createDecipheriv(cipher, key, nonceOf(number, isLast), {
    authTagLength: tagBytes,
  });
  opening.setAuthTag(sealed.subarray(end));
  const plain = opening.update(sealed.subarray(0, end));
  try {
    opening.final();
    return plain;
  } catch {
    return null;
  }
};

export type Opening = {
  readonly key: Buffer;
  /** At its beginning. */
  readonly handle: FileHandle;
  /** For who is told of a fault. */
  readonly file: string;
  /** Sees every byte as it lies on the disk. */
  readonly seen: (sealed: Buffer) => void;
};

/** Nothing comes out that was not sealed just so. @throws BackupError */
export async function* open({ key, handle, file, seen }: Opening): AsyncGenerator<Buffer> {
  let room: Buffer = Buffer.allocUnsafe(chunkBytes + tagBytes);
  let other: Buffer = Buffer.allocUnsafe(chunkBytes + tagBytes);
  let sealed = await fill(handle, room);
  for (let number = 0; ; number += 1) {
    seen(sealed);
    const next = await fill(handle, other);
    const isLast = next.length === 0;
    const plain = openChunk(key, { number, isLast }, sealed);
    if (!plain) throw new BackupError("altered", file);
    yield plain;
    if (isLast) return;
    sealed = next;
    [room, other] = [other, room];
  }
}
