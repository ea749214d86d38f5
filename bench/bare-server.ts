import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

// The limit for a page: node:http alone, sending the same bytes from memory.

export type BareServer = {
  readonly port: number;
  readonly pid: number;
  readonly close: () => Promise<void>;
};

export type Bytes = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

const html = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
const file = fileURLToPath(import.meta.url);

/** In a process of its own, so that its CPU can be told from the load's. No loader, no flags. */
export const bareServer = async (bytes: string | Bytes): Promise<BareServer> => {
  const child = fork(file, { execArgv: [] });
  child.send(typeof bytes === "string" ? { body: bytes, headers: html } : bytes);
  const [port] = (await once(child, "message")) as [number];
  return {
    port,
    pid: child.pid ?? 0,
    close: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
};

if (process.send && process.argv[1] === file)
  process.once("message", ({ body, headers }: Bytes) => {
    const bytes = Buffer.from(body);
    const all = { ...headers, "content-length": bytes.length };
    const server = createServer((_, response) => response.writeHead(200, all).end(bytes));
    server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
  });
