import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "../world/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document before it is read
type Raw = any;

/** A society's rules become others, as an operator changes them. */
export const changedPolicies = async (
  world: World,
  code: string,
  edit: (document: Raw) => void,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "kenpo-policies-"));
  const file = join(folder, `${code}.json`);
  const own = new URL(`../../societies/${code}.json`, import.meta.url);
  const document: Raw = JSON.parse(readFileSync(own, "utf8"));
  edit(document);
  writeFileSync(file, JSON.stringify(document));
  await world.command("society add", { reason: "test" }, [file]);
  await world.registry.refresh();
  rmSync(folder, { recursive: true });
};
