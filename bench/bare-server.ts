import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, Worker, workerData } from "node:worker_threads";

// The limit for a page: node:http alone, sending the same bytes from memory.

export type BareServer = { readonly port: number; readonly close: () => Promise<void> };

/** In a thread of its own: on two cores that is the same to the load as a process. */
export const bareServer = async (body: string): Promise<BareServer> => {
  const worker = new Worker(new URL(import.meta.url), { workerData: { bareBody: body } });
  const port = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  return { port, close: () => worker.terminate().then(() => undefined) };
};

const answer: string | undefined = workerData?.bareBody;
if (parentPort && answer !== undefined) {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  const server = createServer((_, response) => response.writeHead(200, headers).end(answer));
  server.listen(0, "127.0.0.1", () =>
    parentPort?.postMessage((server.address() as AddressInfo).port),
  );
}
