import { setTimeout as pause } from "node:timers/promises";
import type { Portal } from "../portal-process.ts";

export const targets = ["server", "database", "both"] as const;
export type Target = (typeof targets)[number];

export const kill = (portal: Portal, target: Target): void => {
  const pids = { server: portal.appPid(), database: portal.databasePid() ?? 0 };
  for (const one of ["database", "server"] as const)
    if ((target === one || target === "both") && pids[one] > 1) process.kill(pids[one], "SIGKILL");
};

/** The server may end with its database, or find it again by itself; either way it serves soon. */
export const recover = async (portal: Portal): Promise<void> => {
  for (let tries = 0; tries < 100 && !portal.hasEnded(); tries += 1) {
    await pause(100);
    if (await portal.isReady()) return;
  }
  await portal.stop();
  await portal.start();
};
