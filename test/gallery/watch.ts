import { globSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";

// What V8 counts while the gallery is rendered: which functions of pages and of their texts never
// ran, and which way a page was never shown. So a page is not forgotten, nor a state of it.

const root = new URL("../../", import.meta.url);

/** Files that hold nothing but pages, parts of pages, and words. */
const isPage = (path: string) =>
  /^src\/(identity|guidance|services)\/.*(\/views\/(?!.*types)|views\.tsx$|page\.tsx$|article\.tsx$)/.test(
    path,
  );
const isPart = (path: string) =>
  /^src\/(ui\/(forms|parts|frame|errors|layout)|mail\/(frame|dev-mailbox\/pages))/.test(path) &&
  path.endsWith(".tsx");
const isText = (path: string) =>
  /^src\/(identity|guidance|services|flow|ui|mail)\/.*(text|questions-..)\.ts$/.test(path);

/** Words of the command line. */
const isOfCommands = (path: string) => path === "src/identity/provisional/text.ts";

export const watched: readonly string[] = globSync("src/**/*.{ts,tsx}", {
  cwd: fileURLToPath(root),
})
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => isPage(path) || isPart(path) || isText(path))
  .filter((path) => !/\/gallery|\.test\./.test(path) && !isOfCommands(path))
  .sort();

/** Nothing to see: a page without this part, or a value that stands in for one that is not there. */
const isNothing = (code: string) => /^(\?\?|[?:] (null|void 0|undefined|""|\[\])$|\?\.)/.test(code);

type Script = Profiler.ScriptCoverage & { readonly path: string; readonly source: string };

const unseenIn = ({ path, source, functions }: Script): readonly string[] =>
  functions.flatMap(({ functionName, ranges, isBlockCoverage }) =>
    ranges
      .map((range, i) => ({ ...range, isWhole: i === 0 }))
      .filter(({ count, isWhole }) => count === 0 && (isWhole || (isBlockCoverage && isPage(path))))
      .map(({ startOffset, endOffset }) => source.slice(startOffset, endOffset).trim())
      .filter((code) => !isNothing(code))
      .map((code) => `${path} ${functionName}: ${code.replace(/\s+/g, " ").slice(0, 100)}`),
  );

/**
 * Runs what shows everything; nothing of `src` may be loaded before.
 * @returns what was never shown, file by file; a file that was never even read says so
 */
export const unseen = async (show: () => Promise<void>): Promise<readonly string[]> => {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Debugger.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  await show();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const scripts = await Promise.all(
    result
      .map((script) => ({ ...script, path: script.url.slice(root.href.length) }))
      .filter(({ url, path }) => url.startsWith(root.href) && watched.includes(path))
      .map(async (script): Promise<Script> => {
        const { scriptId } = script;
        const { scriptSource: source } = await session.post("Debugger.getScriptSource", {
          scriptId,
        });
        return { ...script, source };
      }),
  );
  session.disconnect();
  const read = new Set(scripts.map(({ path }) => path));
  return [
    ...watched.filter((path) => !read.has(path)).map((path) => `${path}: never read`),
    ...scripts.flatMap(unseenIn),
  ];
};
