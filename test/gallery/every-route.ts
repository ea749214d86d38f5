import { createWeb, type WebParts } from "../../src/main/web.tsx";
import { readConfig } from "../../src/platform/config.ts";
import type { Web } from "../../src/platform/http/types.ts";

type Own = {
  readonly development?: boolean;
  /** Routes that are added to those of the application. */
  readonly more?: (web: Web) => void;
};

// Only put together, never asked: nothing is opened.
const partsWith = (development: boolean) =>
  ({
    config: { ...readConfig({ KENPO_BASE_URL: "http://localhost:3000" }), development },
    registry: {},
  }) as unknown as WebParts;

/** Every route of the application with its method: `GET /sign-in`. */
export const everyRoute = ({ development = true, more }: Own = {}): readonly string[] => {
  const web = createWeb(partsWith(development));
  more?.(web);
  return web.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`);
};
