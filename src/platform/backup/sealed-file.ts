import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import { ok, type Result } from "../../kernel/result.ts";
import { openNewFile } from "../new-file.ts";
import { measuring, measuringLines } from "./measure.ts";
import { openPlain } from "./plain-file.ts";
import { open, seal } from "./sealed-stream.ts";
import { BackupError, type SealedFile } from "./types.ts";

type Place = { readonly folder: string; readonly file: string; readonly key: Buffer };

// Of real tables, half of which are hashes, 3 makes no less of it and takes twice the time.
const level = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const watched = (see: (piece: Buffer) => void) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of source) {
      see(piece);
      yield piece;
    }
  };

/**
 * Compresses, seals and writes lines; nothing is left of a file that fails. Holds a few chunks at
 * a time, whatever the length.
 */
export const writeSealed = async (
  { folder, file, key }: Place,
  lines: AsyncIterable<Buffer>,
): Promise<Result<SealedFile>> => {
  const opened = await openNewFile(join(folder, file));
  if (!opened.ok) return opened;
  const target = opened.value;
  const [plain, sealed] = [measuringLines(), measuring()];
  try {
    await pipeline(
      lines,
      watched(plain.see),
      createZstdCompress(level),
      (source: AsyncIterable<Buffer>) => seal(key, source),
      async (source: AsyncIterable<Buffer>) => {
        for await (const piece of source) {
          sealed.see(piece);
          await target.write(piece);
        }
      },
    );
    const finished = await target.finish();
    return finished.ok ? ok({ file, sealed: sealed.measure(), plain: plain.measure() }) : finished;
  } catch (error) {
    await target.discard();
    throw error;
  }
};

const openOrMissing = async (folder: string, file: string) => {
  try {
    return await openPlain(folder, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new BackupError("missing", file);
    throw error;
  }
};

/**
 * What was sealed, piece by piece; every byte of the file has been read and compared when it ends.
 * @throws BackupError when anything is not as the entry says
 */
export async function* readSealed(
  { folder, key }: Omit<Place, "file">,
  entry: SealedFile,
): AsyncGenerator<Buffer> {
  const { file } = entry;
  await using handle = await openOrMissing(folder, file);
  const [plain, sealed] = [measuringLines(), measuring()];
  const unpacked = createZstdDecompress();
  const done = pipeline(open({ key, handle, file, seen: sealed.see }), unpacked);
  // heard of below, or by who reads
  done.catch(() => {});
  for await (const piece of unpacked) {
    plain.see(piece);
    yield piece;
  }
  await done;
  const found: SealedFile = { file, sealed: sealed.measure(), plain: plain.measure() };
  if (!isSame(found, entry)) throw new BackupError("altered", file);
}

const isSame = (one: SealedFile, other: SealedFile): boolean =>
  one.sealed.bytes === other.sealed.bytes &&
  one.sealed.sha256 === other.sealed.sha256 &&
  one.plain.bytes === other.plain.bytes &&
  one.plain.sha256 === other.plain.sha256 &&
  one.plain.lines === other.plain.lines;
