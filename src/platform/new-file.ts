import { constants } from "node:fs";
import { link, open, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ok, type Result, refuse } from "../kernel/result.ts";

/** A file that is written beside its place, readable by its owner only, and replaces none. */
export type NewFile = {
  readonly write: (bytes: string | Uint8Array) => Promise<void>;
  /** Everything on disk and under its name. Refuses with `file-exists` when the name is taken. */
  readonly finish: () => Promise<Result<null>>;
  /** Takes back what was written, the finished file too. */
  readonly discard: () => Promise<void>;
};

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A link never replaces a file; where a file system has no links, a rename after a look. */
const place = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || (await exists(to))) return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EMLINK") throw error;
    await rename(from, to);
    return true;
  }
  await unlink(from);
  return true;
};

/** No other file has taken its place, such as that of another run that began one of the same name. */
const isStill = (path: string, ino: number) =>
  stat(path).then(
    (found) => found.ino === ino,
    () => false,
  );

const syncFolder = async (path: string) => {
  await using folder = await open(dirname(path), "r");
  await folder.sync();
};

/**
 * Begins a file at `path`. A crash leaves `.NAME.part`, which the next file of this name writes
 * over: of two that are written at once, only the later one can be finished. Refuses with
 * `file-exists`.
 */
export const openNewFile = async (path: string): Promise<Result<NewFile>> => {
  if (await exists(path)) return refuse("file-exists");
  const part = join(dirname(path), `.${basename(path)}.part`);
  // made anew: an old part may be open to others
  await unlink(part).catch(() => {});
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const file = await open(part, O_WRONLY | O_CREAT | O_EXCL, 0o600);
  const { ino } = await file.stat();
  return ok({
    write: (bytes) => file.writeFile(bytes),
    finish: async () => {
      await file.sync();
      await file.close();
      if (!(await isStill(part, ino)) || !(await place(part, path))) return refuse("file-exists");
      await syncFolder(path);
      return ok(null);
    },
    discard: async () => {
      await file.close().catch(() => {});
      // both: a finish that broke off may leave it under either name, or under two
      for (const name of [part, path])
        if (await isStill(name, ino)) await unlink(name).catch(() => {});
    },
  });
};
