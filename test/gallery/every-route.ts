import { createWeb, type WebParts } from "../../src/main/web.tsx";
import { readConfig } from "../../src/platform/config.ts";
import type { Web } from "../../src/platform/http/types.ts";

// Only put together, never asked: nothing is opened.
const parts = {
  config: readConfig({ KENPO_BASE_URL: "http://localhost:3000" }),
  registry: {},
} as unknown as WebParts;

/** Every route of the application with its method: `GET /sign-in`. */
export const everyRoute = (more: (web: Web) => void = () => {}): readonly string[] => {
  const web = createWeb(parts);
  more(web);
  return web.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
};
