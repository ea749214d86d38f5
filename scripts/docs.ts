import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DrawnFlow, drawFlow } from "./docs/draw-flow.ts";
import { listErrors } from "./docs/list-errors.ts";
import { listRetention } from "./docs/list-retention.ts";
import { ruleDrawings } from "./docs/rules.ts";

// `scripts/node scripts/docs.ts [--check]`: what is drawn and listed from the code, so that it
// cannot lie. With --check only says which file is out of date.

const folder = fileURLToPath(new URL("../docs/", import.meta.url));
const source = new URL("../src/", import.meta.url);

/** Every flow.ts of a feature, with the titles of its pages beside it. */
const flows = async (): Promise<readonly (readonly [string, string])[]> =>
  Promise.all(
    globSync("**/flow.ts", { cwd: fileURLToPath(source) }).map(async (file) => {
      const flow: DrawnFlow = await import(new URL(file, source).href);
      const text = new URL(file.replace(/flow\.ts$/, "text/titles-text.ts"), source);
      const { titlesOf, beginning } = await import(text.href);
      return [`flows/${flow.kind}.mmd`, drawFlow(flow, titlesOf("ja"), beginning)] as const;
    }),
  );

export const generated = async (): Promise<Readonly<Record<string, string>>> => ({
  ...Object.fromEntries(await flows()),
  ...Object.fromEntries(
    Object.entries(ruleDrawings).map(([name, drawing]) => [`flows/${name}.mmd`, drawing]),
  ),
  "errors.md": await listErrors(),
  "operator/retention.md": listRetention(),
});

const kept = (name: string) => {
  try {
    return readFileSync(folder + name, "utf8");
  } catch {
    return "";
  }
};

/** Names of the files in docs/ that the code no longer says, and of drawings of what is gone. */
export const outOfDate = async (): Promise<readonly string[]> => {
  const made = await generated();
  const drawn = globSync("flows/*", { cwd: folder }).map((name) => name.replaceAll("\\", "/"));
  return [...new Set([...Object.keys(made), ...drawn])].filter((name) => made[name] !== kept(name));
};

if (import.meta.main && process.argv.includes("--check")) {
  const old = await outOfDate();
  for (const name of old)
    console.error(`docs/${name} is out of date: scripts/node scripts/docs.ts`);
  process.exitCode = old.length > 0 ? 1 : 0;
} else if (import.meta.main) {
  mkdirSync(`${folder}flows`, { recursive: true });
  for (const [name, text] of Object.entries(await generated())) writeFileSync(folder + name, text);
}
