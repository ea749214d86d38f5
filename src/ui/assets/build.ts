import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** In the order of the cascade. */
const sheets = [
  ...["tokens", "base", "frame", "leaving", "desk", "footer", "buttons", "forms"],
  ...["advice", "feedback", "steps", "parts", "home", "records", "tables", "devices", "print"],
];
/** Entry files of src/client; what they import is bundled into them. */
export const scriptNames = ["page", "passkey"] as const;
export type ScriptName = (typeof scriptNames)[number];

export type Built = {
  readonly style: string;
  readonly scripts: Readonly<Record<ScriptName, string>>;
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const clientFolder = here("../../client/");
const cacheFolder = here("../../../node_modules/.cache/kenpo-assets/");

const readStyle = () => sheets.map((name) => readFileSync(here(`../styles/${name}.css`), "utf8"));
const readClient = () =>
  readdirSync(clientFolder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`${clientFolder}${name}`, "utf8"));

/** The phones of members: iOS 13 and Chrome 69 (product.md, 「推奨環境」). */
const floor = { ios_saf: 13 << 16, safari: 13 << 16, chrome: 69 << 16 };

const bundle = async (style: string): Promise<Built> => {
  const [{ transform }, { build }] = await Promise.all([import("lightningcss"), import("esbuild")]);
  const { code } = transform({
    filename: "portal.css",
    code: Buffer.from(style),
    minify: true,
    targets: floor,
  });
  const { outputFiles } = await build({
    entryPoints: scriptNames.map((name) => `${clientFolder}${name}.ts`),
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2019",
  });
  const scripts = scriptNames.map((name, index) => [name, outputFiles[index]?.text ?? ""]);
  return { style: Buffer.from(code).toString("utf8"), scripts: Object.fromEntries(scripts) };
};

const keep = (file: string, built: Built) => {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(built));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A read-only installation only starts more slowly.
  }
};

/** One stylesheet and the client scripts, minified; kept on disk under the hash of their sources. */
export const buildAssets = async (): Promise<Built> => {
  const style = readStyle().join("\n");
  const sources = [readFileSync(here("./build.ts"), "utf8"), style, ...readClient()];
  const hash = createHash("sha256").update(sources.join("\0")).digest("hex");
  const file = `${cacheFolder}${hash}.json`;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Built;
  } catch {
    const built = await bundle(style);
    keep(file, built);
    return built;
  }
};
