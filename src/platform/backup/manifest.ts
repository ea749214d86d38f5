import { join } from "node:path";
import { z } from "zod";
import type { Result } from "../../kernel/result.ts";
import type { Secrets } from "../crypto/types.ts";
import { openNewFile } from "../new-file.ts";
import { openPlain } from "./plain-file.ts";
import { BackupError, type Manifest } from "./types.ts";

export const manifestFile = "manifest.json";
const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);
const measure = z.strictObject({ bytes: count, sha256 });

/** In the order in which it is written: what is written otherwise was not written by us. */
const unsigned = z.strictObject({
  format: z.literal("kenpo-backup"),
  version: z.literal(formatVersion),
  id: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  createdAt: z.string(),
  keyId: z.string().min(1),
  societies: count,
  auditEra: z.int(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  tables: z.array(
    z.strictObject({
      table: name,
      columns: z.array(name),
      // never a path
      file: z.string().regex(/^[a-z][a-z0-9_]*\.sealed$/),
      sealed: measure,
      plain: z.strictObject({ ...measure.shape, lines: count }),
    }),
  ),
});
const shape = unsigned.extend({ mac: z.string() });

const lined = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Counts, names and hashes: nothing of a person, so it stays readable. */
const textOf = (secrets: Secrets, manifest: Manifest): string => {
  const ordered = unsigned.parse(manifest);
  return lined({ ...ordered, mac: secrets.mac("backup", lined(ordered)) });
};

/** The last file of a backup: without it there is none. */
export const writeManifest = async (
  { folder, secrets }: { readonly folder: string; readonly secrets: Secrets },
  manifest: Manifest,
): Promise<Result<null>> => {
  const opened = await openNewFile(join(folder, manifestFile));
  if (!opened.ok) return opened;
  try {
    await opened.value.write(textOf(secrets, manifest));
    return await opened.value.finish();
  } catch (error) {
    await opened.value.discard();
    throw error;
  }
};

const refuse = (fault: BackupError["fault"]): never => {
  throw new BackupError(fault, manifestFile);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("altered");
  }
};

const isNewer = (value: unknown): boolean => {
  const { format, version } = (value ?? {}) as Record<string, unknown>;
  return format === "kenpo-backup" && typeof version === "number" && version > formatVersion;
};

/** @throws BackupError when the text is not what a holder of one of the secrets wrote */
export const parseManifest = (secrets: Secrets, text: string): Manifest => {
  const value = parsed(text);
  if (isNewer(value)) return refuse("newer-format");
  const read = shape.safeParse(value);
  if (!read.success) return refuse("altered");
  const { mac, ...manifest } = read.data;
  if (lined({ ...manifest, mac }) !== text) return refuse("altered");
  if (!secrets.keyIds.includes(manifest.keyId)) return refuse("other-key");
  return secrets.isMac("backup", lined(manifest), mac) ? manifest : refuse("altered");
};

/** @throws BackupError; ENOENT where there is no folder */
export const readManifest = async (folder: string, secrets: Secrets): Promise<Manifest> => {
  try {
    await using handle = await openPlain(folder, manifestFile);
    return parseManifest(secrets, await handle.readFile("utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return refuse("incomplete");
    throw error;
  }
};
