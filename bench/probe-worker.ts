import { setTimeout as pause } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { dialler, loadOf, type Probe } from "./load.ts";

const {
  port,
  host,
  path,
  ms,
  connections,
  everyMs,
  headers = {},
  status = 200,
}: Probe = workerData;
const { send, close } = dialler(port, host, connections);
const from = performance.now();
const latencies: number[] = [];

const work = async () => {
  while (performance.now() - from < ms) {
    const begun = performance.now();
    const got = await send({ path, headers });
    latencies.push(performance.now() - begun);
    if (got.status !== status) throw new Error(`${path} answered ${got.status}, not ${status}`);
    if (everyMs > 0) await pause(everyMs);
  }
};

await Promise.all(Array.from({ length: connections }, work));
close();
parentPort?.postMessage(loadOf(latencies, performance.now() - from));
