import { parentPort, workerData } from "node:worker_threads";
import { openRendering } from "../render.ts";
import type { Edition } from "../types.ts";
import type { FromWorker, ToWorker } from "./types.ts";

/*
 * Renders in a thread of its own: laying out and compressing would hold up a server's answers, and
 * the hashing of the next letters. Every message is answered by one with bytes.
 */
if (!parentPort) throw new Error("runs as a worker thread only");
const port = parentPort;
const rendering = openRendering(workerData as Edition);

const answer = (bytes: Uint8Array) => {
  // a copy of its own, which can be handed over whole
  const own = new Uint8Array(bytes);
  port.postMessage({ bytes: own } satisfies FromWorker, [own.buffer]);
};

port.on("message", (message: ToWorker) => {
  if (message.kind === "add") return answer(rendering.add(message.sheets));
  answer(rendering.end());
  port.close();
});
