import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "../world/world.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document before it is read
type Raw = any;

/** A society that changes its rules while somebody is at it. Call `close` in `after`. */
export const newRules = (world: () => World) => {
  const folder = mkdtempSync(join(tmpdir(), "kenpo-reset-"));
  const changes = async (code: string, change: (policy: Raw) => void) => {
    const source = new URL(`../../societies/${code}.json`, import.meta.url);
    const document: Raw = JSON.parse(readFileSync(source, "utf8"));
    change(document.policy);
    const file = join(folder, `${code}.json`);
    writeFileSync(file, JSON.stringify(document));
    await world().command("society add", { reason: "test" }, [file]);
    await world().registry.refresh();
  };
  return {
    /** From the sample's rules on. */
    changes,
    /** As the sample says. */
    restores: (code: string) => changes(code, () => {}),
    close: () => rmSync(folder, { recursive: true }),
  };
};
