import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { drawFlow } from "./docs/draw-flow.ts";
import { listErrors } from "./docs/list-errors.ts";

// `scripts/node scripts/docs.ts [--check]`: what is drawn and listed from the code, so that it
// cannot lie. With --check only says which file is out of date.

const folder = fileURLToPath(new URL("../docs/", import.meta.url));

export const generated = (): Readonly<Record<string, string>> => ({
  "flows/first-sign-in.mmd": drawFlow(),
  "errors.md": listErrors(),
});

const kept = (name: string) => {
  try {
    return readFileSync(folder + name, "utf8");
  } catch {
    return "";
  }
};

/** Names of the files in docs/ that the code no longer says. */
export const outOfDate = (): readonly string[] =>
  Object.entries(generated())
    .filter(([name, text]) => kept(name) !== text)
    .map(([name]) => name);

if (import.meta.main && process.argv.includes("--check")) {
  for (const name of outOfDate())
    console.error(`docs/${name} is out of date: scripts/node scripts/docs.ts`);
  process.exitCode = outOfDate().length > 0 ? 1 : 0;
} else if (import.meta.main) {
  mkdirSync(`${folder}flows`, { recursive: true });
  for (const [name, text] of Object.entries(generated())) writeFileSync(folder + name, text);
}
