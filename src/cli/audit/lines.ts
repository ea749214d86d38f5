import { once } from "node:events";
import { open, unlink } from "node:fs/promises";

/** Where a long answer goes, piece by piece. */
export type Lines = {
  /** Waits while the reader, or the disk, is behind. */
  readonly write: (text: string) => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Leaves no half file behind. */
  readonly discard: () => Promise<void>;
};

/** Throws EPIPE once its reader has gone, as `head` does. */
const toStdout = (): Lines => {
  let failure: Error | undefined;
  process.stdout.on("error", (error) => {
    failure = error;
  });
  return {
    write: async (text) => {
      if (failure) throw failure;
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    finish: async () => {},
    discard: async () => {},
  };
};

/**
 * A new file that only its owner reads; null: stdout. Throws EEXIST when the name is taken: nothing
 * is written over.
 */
export const openLines = async (path: string | null): Promise<Lines> => {
  if (path === null) return toStdout();
  const file = await open(path, "wx", 0o600);
  return {
    write: async (text) => {
      await file.writeFile(text);
    },
    finish: async () => {
      await file.sync();
      await file.close();
    },
    discard: async () => {
      await file.close();
      await unlink(path);
    },
  };
};
