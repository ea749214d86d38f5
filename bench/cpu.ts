import { readdirSync, readFileSync } from "node:fs";

// Linux counts in ticks of 10 ms (USER_HZ is 100 on every architecture that Node runs on): measure
// for seconds.
const tickMs = 10;

const statOf = (pid: number): readonly string[] => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name is in brackets and may hold anything.
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
};

/** CPU of one process so far, user and system, ms; with `andEnded` that of its ended children too. */
export const cpuMs = (pid: number, andEnded = false): number => {
  const fields = statOf(pid);
  const ticks = [11, 12, ...(andEnded ? [13, 14] : [])].map((i) => Number(fields[i] ?? 0));
  return ticks.reduce((sum, one) => sum + one, 0) * tickMs;
};

/** 0 where there is no such process on this machine. */
export const parentOf = (pid: number): number => Number(statOf(pid)[1] ?? 0);

const childrenOf = (pid: number): readonly number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))[1] === String(pid))
    .map(Number);

/** CPU of a server and everything under it, such as PostgreSQL's backends, ms. */
export const treeCpuMs = (pid: number): number =>
  cpuMs(pid, true) + childrenOf(pid).reduce((sum, child) => sum + treeCpuMs(child), 0);

/** Peak resident memory of a process, MB; 0 when it is gone. */
export const peakMb = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/** Resident memory now, MB. */
export const residentMb = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
};
