import { mkdir, readdir, rmdir } from "node:fs/promises";

/** How a folder was before we wrote into it: there and empty, or not there at all. */
export type Found = "made" | "empty";

/**
 * A folder that others cannot read. @returns null: there is something in it
 * @throws what the file system says
 */
export const prepareFolder = async (folder: string): Promise<Found | null> => {
  try {
    await mkdir(folder, { mode: 0o700 });
    return "made";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return (await readdir(folder)).length === 0 ? "empty" : null;
  }
};

/** Once our files are gone: as it was found. */
export const leaveFolder = async (folder: string, found: Found): Promise<void> => {
  if (found === "made") await rmdir(folder);
};
