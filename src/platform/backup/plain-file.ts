import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { BackupError } from "./types.ts";

/**
 * A file of a backup, for reading. What stands in its place and is none, such as a folder or a pipe,
 * which would be waited for, is not what was written.
 * @throws BackupError; ENOENT where there is nothing
 */
export const openPlain = async (folder: string, file: string): Promise<FileHandle> => {
  const handle = await open(join(folder, file), constants.O_RDONLY | constants.O_NONBLOCK);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw new BackupError("altered", file);
};
