import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { placesIn, postmasterPid } from "../src/platform/database/embedded/places.ts";

/** The real server in a process of its own, with data of its own: what `npm start` starts. */
export type Portal = {
  readonly port: number;
  readonly opsPort: number;
  readonly dataFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly appPid: () => number;
  readonly databasePid: () => number | null;
  readonly hasEnded: () => boolean;
  /** Null while it runs, and when a signal ended it. */
  readonly exitCode: () => number | null;
  /** Everything it has written since the last start. */
  readonly log: () => string;
  /** Starts, and waits until it can answer. @returns milliseconds until then */
  readonly start: () => Promise<number>;
  /** kill -9, and waits for the end. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and waits for the end. @throws when it does not come, or the database outlives it */
  readonly stop: () => Promise<void>;
  readonly isReady: () => Promise<boolean>;
  /** Stops it and removes its data, whatever `stop` says. */
  readonly remove: () => Promise<void>;
  /** `kenpo …` with the same data. @throws with its output when the exit code is not 0 */
  readonly cli: (...words: readonly string[]) => Promise<string>;
};

const patienceMs = 30_000;
const root = fileURLToPath(new URL("..", import.meta.url));

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};

const outputOf = async (
  child: ChildProcess,
  hear: (part: string) => void = () => {},
): Promise<{ code: number | null; said: string }> => {
  let said = "";
  const listen = (part: unknown) => {
    said += part;
    hear(String(part));
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, said };
};

const isReadyAt = async (opsPort: number) => {
  try {
    return (await fetch(`http://127.0.0.1:${opsPort}/readyz`)).ok;
  } catch {
    return false;
  }
};

const environmentFor = async (dataFolder: string): Promise<Record<string, string>> => ({
  PATH: process.env.PATH ?? "",
  HOME: process.env.HOME ?? "",
  KENPO_DATA: dataFolder,
  PORT: String(await freePort()),
  OPS_PORT: String(await freePort()),
  LOG_LEVEL: "warn",
});

/**
 * @param name of the folder for its data, under the folder for temporary files
 * @param part such as `serve`; none: all of it, with its own database
 */
export const portalIn = async (
  name: string,
  more: Record<string, string> = {},
  part: readonly string[] = [],
): Promise<Portal> => {
  const dataFolder = join(realpathSync(tmpdir()), `kenpo-${name}-${process.pid}`);
  const environment = { ...(await environmentFor(dataFolder)), ...more };
  const [port, opsPort] = [Number(environment.PORT), Number(environment.OPS_PORT)];
  const spawned = (words: readonly string[]) =>
    spawn(join(root, "scripts/node"), ["src/main.ts", ...words], { cwd: root, env: environment });
  let child: ChildProcess | undefined;
  let heard = "";
  let output: ReturnType<typeof outputOf> | undefined;
  const hasEnded = () => !child || child.exitCode !== null || child.signalCode !== null;

  const start = async () => {
    const from = performance.now();
    child = spawned(part);
    heard = "";
    output = outputOf(child, (part) => {
      heard += part;
    });
    while (!(await isReadyAt(opsPort))) {
      if (hasEnded()) throw new Error(`the server did not start:\n${(await output).said}`);
      if (performance.now() - from > 90_000) throw new Error("the server is not ready after 90 s");
      await pause(10);
    }
    return performance.now() - from;
  };
  const databasePid = () =>
    existsSync(dataFolder) ? postmasterPid(placesIn(dataFolder).cluster) : null;
  const stop = async () => {
    if (hasEnded()) return;
    child?.kill("SIGTERM");
    const late = setTimeout(() => child?.kill("SIGKILL"), patienceMs);
    await output;
    clearTimeout(late);
    if (child?.signalCode === "SIGKILL") throw new Error("SIGTERM did not end the server in 30 s");
    const left = databasePid();
    if (left) throw new Error(`the server ended and left its database running (${left})`);
  };
  return {
    port,
    opsPort,
    dataFolder,
    environment,
    appPid: () => child?.pid ?? 0,
    databasePid,
    hasEnded,
    exitCode: () => child?.exitCode ?? null,
    log: () => heard,
    start,
    stop,
    kill: async () => {
      child?.kill("SIGKILL");
      await output;
    },
    isReady: () => isReadyAt(opsPort),
    remove: async () => {
      try {
        await stop();
      } finally {
        const left = databasePid();
        if (left) process.kill(left, "SIGQUIT");
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
    cli: async (...words) => {
      const { code, said } = await outputOf(spawned(words));
      if (code !== 0) throw new Error(`kenpo ${words.join(" ")} ended with ${code}:\n${said}`);
      return said;
    },
  };
};
