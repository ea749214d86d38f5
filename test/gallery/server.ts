import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { developmentRoutes } from "../../src/main/development.ts";
import { viewOf } from "../../src/main/frame.ts";
import { troublePage } from "../../src/main/trouble.tsx";
import { openSecrets } from "../../src/platform/crypto/secrets.ts";
import { createApp, isNear } from "../../src/platform/http/app.ts";
import { sourceReader } from "../../src/platform/http/source.ts";
import { sampleRegistry } from "../../src/society/index.ts";
import { assets, UnknownHostPage } from "../../src/ui/index.ts";
import { testClock } from "../clock.ts";

/** The application with nothing but its gallery: the real headers, no database. */
export const openGallery = async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const registry = sampleRegistry(baseUrl);
  const failures: unknown[] = [];
  const web = createApp({
    clock: testClock(),
    secrets: openSecrets(Buffer.alloc(32, 6)),
    sourceOf: sourceReader([]),
    entranceAt: registry.entranceAt,
    movedFrom: registry.movedFrom,
    societyOf: registry.society,
    sessionOf: async () => null,
    viewOf,
    asset: assets.serve,
    pages: { unknownHost: () => UnknownHostPage(), trouble: troublePage },
    record: () => {},
    failed: (_, error) => failures.push(error),
    features: [developmentRoutes({ dataFolder: "/nowhere", baseUrl, isNear })],
  });
  server.on("request", getRequestListener(web.fetch));
  return {
    baseUrl,
    failures,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
