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
import { basename, join } from "node:path";

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
const make = (folder: string, file: string, text: string) => {
  // Others may pass through, to the folders of an embedded server, and list nothing.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const draft = join(folder, `.${basename(file)}-${randomBytes(6).toString("hex")}`);
  writeDurably(draft, `${text}\n`);
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

/** What a file of the data folder keeps, readable by its owner alone: made once, by whoever is first. */
export const keptText = (folder: string, name: string, newText: () => string): string => {
  const file = join(folder, name);
  try {
    return readKept(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
    make(folder, file, newText());
    return readKept(file);
  }
};

/**
 * The installation's own secret (base64) for development and trying: made at the first start, kept
 * in the data folder with mode 0600. Production names KENPO_SECRET instead.
 */
export const keptSecret = (folder: string): string =>
  keptText(folder, "secret", () => randomBytes(32).toString("base64"));
