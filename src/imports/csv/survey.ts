import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";

export type Encoding = "utf-8" | "cp932";
export type Survey = {
  readonly bytes: number;
  /** Lower-case hex: the same file twice is known by it. */
  readonly sha256: string;
  /** `other`: UTF-16, or a workbook that was never saved as CSV. */
  readonly encoding: Encoding | "other";
  /** False for CP932 too: its broken bytes show when its rows are decoded. */
  readonly isValidUtf8: boolean;
  /** `\r` alone where the file has no `\n` at all. */
  readonly lineEnd: "\n" | "\r";
};

const blockBytes = 1 << 16;
const otherStarts = ["fffe", "feff", "504b0304", "d0cf11e0"];

/** The file's blocks, from its first byte. A block is overwritten by the next one. */
export async function* blocksOf(file: FileHandle): AsyncGenerator<Buffer> {
  const block = Buffer.allocUnsafe(blockBytes);
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(block, 0, blockBytes, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield block.subarray(0, bytesRead);
  }
}

/** Tells piece by piece whether everything so far is UTF-8; null asks at the end. */
const utf8Judge = () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  return (piece: Uint8Array | null) => {
    try {
      if (isUtf8) decoder.decode(piece ?? undefined, { stream: piece !== null });
    } catch {
      isUtf8 = false;
    }
    return isUtf8;
  };
};

/**
 * A CP932 header with Japanese names is never valid UTF-8. So a header that is tells a UTF-8 file
 * with broken bytes further down from a CP932 file.
 */
const hasUtf8Header = (start: Buffer) => {
  const end = start.indexOf(0x0a);
  const header = end < 0 ? start : start.subarray(0, end);
  return header.some((byte) => byte > 0x7f) && utf8Judge()(header);
};

/** Reads the whole file once, strictly, before a row of it is believed. */
export const survey = async (file: FileHandle): Promise<Survey> => {
  const hash = createHash("sha256");
  const judge = utf8Judge();
  let bytes = 0;
  let start: Buffer = Buffer.alloc(0);
  let hasNewline = false;
  for await (const block of blocksOf(file)) {
    if (bytes === 0) start = Buffer.from(block.subarray(0, 65_536));
    bytes += block.length;
    hasNewline ||= block.includes(0x0a);
    hash.update(block);
    judge(block);
  }
  const isOther = otherStarts.some((hex) => start.toString("hex", 0, 4).startsWith(hex));
  const isValidUtf8 = judge(null);
  const isUtf8 = isValidUtf8 || hasUtf8Header(start);
  return {
    bytes,
    sha256: hash.digest("hex"),
    encoding: isOther ? "other" : isUtf8 ? "utf-8" : "cp932",
    isValidUtf8,
    lineEnd: hasNewline ? "\n" : "\r",
  };
};
