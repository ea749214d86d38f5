import { Worker } from "node:worker_threads";
import type { Edition } from "../types.ts";
import type { FromWorker, ToWorker } from "./types.ts";

export type Thread = {
  /** One message at a time. @throws whatever the worker died of */
  readonly ask: (message: ToWorker) => Promise<Uint8Array>;
  /** Ends it; harmless when it has ended. */
  readonly stop: () => Promise<void>;
};

const source = new URL("worker.ts", import.meta.url);

export const startThread = (edition: Edition): Thread => {
  const worker = new Worker(source, { workerData: edition, name: "letters" });
  let died: Error | null = null;
  let waiting: PromiseWithResolvers<Uint8Array> | null = null;
  const fail = (error: Error) => {
    died ??= error;
    waiting?.reject(died);
    waiting = null;
  };
  // alive only while it is asked: a command that gives up is not held open
  worker.unref();
  worker.on("message", ({ bytes }: FromWorker) => {
    worker.unref();
    waiting?.resolve(bytes);
    waiting = null;
  });
  worker.on("error", fail);
  worker.on("messageerror", fail);
  worker.on("exit", () => fail(new Error("the thread that renders letters has ended")));
  return {
    ask: (message) => {
      if (died) return Promise.reject(died);
      if (waiting) return Promise.reject(new Error("the thread was asked twice at once"));
      waiting = Promise.withResolvers();
      worker.ref();
      worker.postMessage(message);
      return waiting.promise;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
};
