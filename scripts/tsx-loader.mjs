// Node strips the types of .ts by itself; .tsx needs esbuild. One small child process per new file,
// so the result is kept beside node_modules under the hash of its source.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, enableCompileCache, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

if (process.versions.node.split(".")[0] !== "26") {
  console.error(`kenpo: needs Node 26 (scripts/node runs it), this is ${process.version}`);
  process.exit(1);
}
enableCompileCache();

const cache = fileURLToPath(new URL("../node_modules/.cache/kenpo-tsx/", import.meta.url));
const require = createRequire(import.meta.url);

const translated = (file) => {
  const source = readFileSync(file, "utf8");
  const kept = `${cache}${createHash("sha256").update(source).digest("hex")}.mjs`;
  try {
    return readFileSync(kept, "utf8");
  } catch {
    // Only where something is new: a server at work never holds the compiler.
    const { code } = require("esbuild").transformSync(source, {
      loader: "tsx",
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
      format: "esm",
      target: "node26",
      sourcefile: file,
      sourcemap: "inline",
    });
    try {
      mkdirSync(cache, { recursive: true });
      writeFileSync(`${kept}.${process.pid}`, code);
      renameSync(`${kept}.${process.pid}`, kept);
    } catch {
      // A read-only installation only starts more slowly.
    }
    return code;
  }
};

registerHooks({
  load: (url, context, next) =>
    url.endsWith(".tsx")
      ? { format: "module", source: translated(fileURLToPath(url)), shortCircuit: true }
      : next(url, context),
});
