import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type Load, loadOf } from "../load.ts";

export type SamePage = {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly ms: number;
};

/** Bytes of a whole answer, from its first part. @throws unless it is a page that tells its length */
const lengthOf = (first: Buffer): number => {
  const head = first.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
  const declared = /^content-length: (\d+)$/im.exec(head)?.[1];
  if (!head.startsWith("HTTP/1.1 200 ") || !declared) throw new Error(`no page: ${head}`);
  return head.length + 4 + Number(declared);
};

/** `ask` sends the request and waits for the whole answer. */
const asker = (socket: Socket, request: string) => {
  let missing = 0;
  let answered = () => {};
  let failed = (_: Error) => {};
  socket.on("data", (part: Buffer) => {
    try {
      if (missing === 0) missing = lengthOf(part);
      missing -= part.length;
      if (missing === 0) answered();
      if (missing < 0) throw new Error("more than one answer");
    } catch (error) {
      failed(error as Error);
    }
  });
  socket.on("error", (error) => failed(error));
  socket.on("close", () => failed(new Error("the server closed the connection")));
  return (): Promise<void> =>
    new Promise((resolve, reject) => {
      [answered, failed] = [resolve, reject];
      socket.write(request);
    });
};

/**
 * One page over and over, in a closed loop, with bare sockets: a client of node:http takes more CPU
 * than the server that it measures.
 */
export const samePage = async (how: SamePage): Promise<Load> => {
  const { port, host, path, headers = {}, connections, ms } = how;
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const request = `GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
  const from = performance.now();
  const latencies: number[] = [];
  const work = async () => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    await once(socket, "connect");
    const ask = asker(socket, request);
    while (performance.now() - from < ms) {
      const begun = performance.now();
      await ask();
      latencies.push(performance.now() - begun);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, work));
  return loadOf(latencies, performance.now() - from);
};
