import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const name = "secret";

const writeDurably = (file: string, text: string) => {
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const settle = (folder: string) => {
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
};

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === "EEXIST";

/** Written whole under another name, then linked: two first starts at once keep the same secret. */
const make = (folder: string, file: string) => {
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${name}-${randomBytes(6).toString("hex")}`);
  writeDurably(draft, `${randomBytes(32).toString("base64")}\n`);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    rmSync(draft);
  }
  settle(folder);
};

const readKept = (file: string) => {
  const text = readFileSync(file, "utf8").trim();
  // Restored backups and copies come with the modes of their umask.
  chmodSync(file, 0o600);
  return text;
};

/**
 * The installation's own secret (base64) for development and trying: made at the first start, kept
 * in the data folder with mode 0600. Production names KENPO_SECRET instead.
 */
export const keptSecret = (folder: string): string => {
  const file = join(folder, name);
  try {
    return readKept(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    make(folder, file);
    return readKept(file);
  }
};
