import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Ok, ok } from "../../../../kernel/result.ts";

export const manifestName = "manifest.json";

const position = z.object({ era: z.number(), transaction: z.string(), fact: z.string() });
const file = z.object({
  name: z.string().regex(/^[A-Za-z0-9-]+\.[a-z]+$/),
  /** Records; null where a file has none. */
  rows: z.number().nullable(),
  bytes: z.number(),
  sha256: z.string(),
});
const manifest = z.object({
  format: z.literal("kenpo-society-export/1"),
  society: z.object({ id: z.string(), code: z.string(), version: z.number() }),
  madeAt: z.string(),
  files: z.array(file),
  /** The audit record at that moment: tells whether anything was added since. */
  audit: z.object({
    facts: z.number(),
    last: position.nullable(),
    head: z.object({ number: z.number(), root: z.string() }).nullable(),
  }),
});

export type WrittenFile = z.output<typeof file>;
export type Manifest = z.output<typeof manifest>;

const hashOf = async (path: string) => {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
};

const parsed = (text: string): Manifest | undefined => {
  try {
    return manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

export type Unusable = {
  readonly ok: false;
  readonly code: "no-manifest" | "not-a-manifest" | "file-missing" | "file-altered";
  readonly file?: string;
};

const unusable = (code: Unusable["code"], file?: string): Unusable => ({
  ok: false,
  code,
  ...(file === undefined ? {} : { file }),
});

/** An export as it was written, every file looked at. */
export const readExport = async (
  folder: string,
): Promise<Ok<{ readonly manifest: Manifest; readonly sha256: string }> | Unusable> => {
  const names = await readdir(folder).catch((): string[] => []);
  if (!names.includes(manifestName)) return unusable("no-manifest");
  const text = await readFile(join(folder, manifestName), "utf8");
  const found = parsed(text);
  if (!found) return unusable("not-a-manifest");
  for (const { name, bytes, sha256 } of found.files) {
    if (!names.includes(name)) return unusable("file-missing", name);
    const now = await hashOf(join(folder, name));
    if (now.sha256 !== sha256 || now.bytes !== bytes) return unusable("file-altered", name);
  }
  return ok({ manifest: found, sha256: createHash("sha256").update(text).digest("hex") });
};
