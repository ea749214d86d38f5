// Replaces pieces of source while a test loads them: `KENPO_PIECES` is JSON of {file, from, to}[].
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pieces = JSON.parse(process.env.KENPO_PIECES ?? "[]");
const require = (await import("node:module")).createRequire(import.meta.url);

const replaced = (file, own) =>
  own.reduce(
    (text, { from, to }) => {
      const parts = text.split(from);
      if (parts.length !== 2)
        throw new Error(`${file} has this piece ${parts.length - 1} times, not once: ${from}`);
      return parts.join(to);
    },
    readFileSync(`${root}${file}`, "utf8"),
  );

const plain = (file, text) =>
  require("esbuild").transformSync(text, {
    loader: file.endsWith("x") ? "tsx" : "ts",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    format: "esm",
    target: "node26",
  }).code;

registerHooks({
  load: (url, context, next) => {
    if (!url.startsWith("file:")) return next(url, context);
    const file = fileURLToPath(url).slice(root.length);
    const own = pieces.filter((piece) => piece.file === file);
    if (own.length === 0) return next(url, context);
    return { format: "module", source: plain(file, replaced(file, own)), shortCircuit: true };
  },
});
