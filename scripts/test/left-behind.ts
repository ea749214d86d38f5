import { readdirSync, readFileSync } from "node:fs";

/** Inherited by whatever the tests start, so that it can be found at the end. */
export const runName = `run-${process.pid}`;
process.env.KENPO_TEST_RUN = runName;

const read = (file: string) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Gone meanwhile, or another user's.
    return "";
  }
};

const isParent = (pid: number, of: number): boolean =>
  of > 1 &&
  (pid === of ||
    isParent(pid, Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${of}/status`))?.[1] ?? 0)));

// Node starts esbuild for the TSX loader and keeps it: a child of this process ends with it.
const ours = (): readonly string[] =>
  readdirSync("/proc")
    .filter((pid) => /^\d+$/.test(pid) && !isParent(process.pid, Number(pid)))
    .filter((pid) => read(`/proc/${pid}/environ`).includes(`KENPO_TEST_RUN=${runName}`))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll("\0", " ").slice(0, 200)}`);

/**
 * Processes that this run started and that still live a moment after its end. Linux only: elsewhere
 * there is no /proc to ask.
 */
export const leftBehind = async (): Promise<readonly string[]> => {
  if (process.platform !== "linux") return [];
  for (let tries = 0; tries < 50 && ours().length > 0; tries += 1)
    await new Promise((resume) => setTimeout(resume, 100));
  return ours();
};
