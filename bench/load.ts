import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { Worker } from "node:worker_threads";

export type Ask = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
};

export type Got = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type Send = (ask: Ask) => Promise<Got>;

/** How a load went. Latencies in ms, one per operation. */
export type Load = {
  readonly count: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
};

/** Keep-alive connections to loopback under a host's name, as many as `connections`. */
export const dialler = (port: number, host: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send: Send = ({ path, method = "GET", headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port, path, method, agent, headers: { host, ...headers } },
        (answer) => {
          let text = "";
          answer.setEncoding("utf8");
          answer.on("data", (part: string) => (text += part));
          answer.on("end", () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
          );
          answer.on("error", reject);
        },
      );
      // The server closes what was idle for a while, perhaps in this very moment: asked again.
      sent.on("error", (error) =>
        sent.reusedSocket && "code" in error && error.code === "ECONNRESET"
          ? resolve(send({ path, method, headers, ...(body === undefined ? {} : { body }) }))
          : reject(error),
      );
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
};

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;

export const loadOf = (latencies: readonly number[], ms: number): Load => {
  const sorted = [...latencies].sort((a, b) => a - b);
  return {
    count: sorted.length,
    perSecond: (sorted.length * 1000) / ms,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    most: sorted.at(-1) ?? 0,
  };
};

/**
 * Closed loop: `connections` at a time, each begins its next operation when the last one ended.
 * @param operation one operation, of any number of requests; throws on a wrong answer
 */
export const load = async (
  { connections, ms }: { readonly connections: number; readonly ms: number },
  operation: (worker: number) => Promise<void>,
): Promise<Load> => {
  const from = performance.now();
  const latencies: number[] = [];
  const work = async (worker: number) => {
    while (performance.now() - from < ms) {
      const begun = performance.now();
      await operation(worker);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, i) => work(i)));
  return loadOf(latencies, performance.now() - from);
};

export type Probe = {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly ms: number;
  readonly connections: number;
  /** Wait between two requests of a connection; 0 for a closed loop. */
  readonly everyMs: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Anything else counts as a failure. */
  readonly status?: number;
};

/**
 * GETs one page from a thread of its own, so that the load beside it does not lengthen what is
 * measured.
 */
export const probe = (how: Probe): Promise<Load> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./probe-worker.ts", import.meta.url), { workerData: how });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
