import type { Server, ServerResponse } from "node:http";
import { serve as listen } from "@hono/node-server";
import type { Web } from "../../platform/http/types.ts";
import { StartRefusal } from "../../platform/start-refusal.ts";

type Listening = {
  readonly web: { readonly fetch: Web["fetch"] };
  readonly host: string;
  readonly port: number;
  /** The variable that names the port, for the line that refuses. */
  readonly variable: string;
};

/** @throws StartRefusal when the port is taken or may not be used */
export const listenOn = ({ web, host, port, variable }: Listening): Promise<Server> =>
  new Promise((done, refused) => {
    const server = listen({ fetch: web.fetch, hostname: host, port }, () => done(server as Server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? "is taken; perhaps the portal already runs there"
          : `cannot be used (${error.code})`;
      refused(new StartRefusal("port", `${variable}: port ${port} on ${host} ${why}`));
    });
  });

/** No new connections; requests at work are answered, idle connections go. */
export const stopListening = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
  });

/**
 * For the time between the wish to stop and the end: requests are taken and answered as before, but
 * each answer closes its connection, so that the next request goes to another server.
 * @returns call it once: from then on
 */
export const drainable = (server: Server): (() => void) => {
  const atWork = new Set<ServerResponse>();
  let isDraining = false;
  const lastOf = (response: ServerResponse) => {
    response.shouldKeepAlive = false;
  };
  server.prependListener("request", (_, response: ServerResponse) => {
    if (isDraining) lastOf(response);
    atWork.add(response);
    response.once("close", () => atWork.delete(response));
  });
  return () => {
    isDraining = true;
    // Idle connections stay until then: a request may be on its way on one of them.
    for (const response of atWork) lastOf(response);
  };
};
