import { createHash } from "node:crypto";
import { join } from "node:path";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { type NewFile, openNewFile } from "../../../../platform/new-file.ts";
import { leaveFolder, prepareFolder } from "../../../output/folder.ts";
import type { WrittenFile } from "./manifest.ts";

/** A folder that is filled file by file, each fsynced, readable by its owner only. */
export type NewFolder = {
  /** Writes what comes, piece by piece, and puts it under its name. `rows`: records in the piece. */
  readonly add: (name: string, pieces: AsyncIterable<Piece>) => Promise<WrittenFile>;
  /** Takes back every file, and the folder where we made it. */
  readonly discard: () => Promise<void>;
};

export type Piece = { readonly text: string; readonly rows?: number };

const write = async (file: NewFile, name: string, pieces: AsyncIterable<Piece>) => {
  const hash = createHash("sha256");
  let [bytes, rows]: [number, number | null] = [0, null];
  for await (const piece of pieces) {
    const chunk = Buffer.from(piece.text, "utf8");
    hash.update(chunk);
    bytes += chunk.length;
    if (piece.rows !== undefined) rows = (rows ?? 0) + piece.rows;
    await file.write(chunk);
  }
  const finished = await file.finish();
  if (!finished.ok) throw Object.assign(new Error(name), { code: "EEXIST" });
  return { name, rows, bytes, sha256: hash.digest("hex") };
};

/** Refuses with `folder-not-empty`. @throws what the file system says */
export const openNewFolder = async (folder: string): Promise<Result<NewFolder>> => {
  const found = await prepareFolder(folder);
  if (found === null) return refuse("folder-not-empty", { folder });
  const files: NewFile[] = [];
  return ok({
    add: async (name, pieces) => {
      const opened = await openNewFile(join(folder, name));
      if (!opened.ok) throw Object.assign(new Error(name), { code: "EEXIST" });
      files.push(opened.value);
      return write(opened.value, name, pieces);
    },
    discard: async () => {
      for (const file of files) await file.discard();
      await leaveFolder(folder, found);
    },
  });
};
