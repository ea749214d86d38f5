import { readFileSync } from "node:fs";
import type { Clock } from "../../kernel/time.ts";
import type { Opened } from "../../platform/database/open.ts";
import type { Metrics } from "../../platform/metrics.ts";
import { listenOn, stopListening } from "../run/serve.ts";
import { openLearning } from "./learn.ts";
import type { PhaseOf } from "./phase.ts";
import { createOps } from "./server.ts";

type Starting = {
  readonly place: { readonly host: string; readonly port: number; readonly variable: string };
  /** Which part this process is: `start`, `serve` or `worker`. */
  readonly part: string;
  readonly clock: Clock;
  readonly opened: Opened;
  /** Folder of the migrations of this version. */
  readonly migrations: string;
  readonly metrics: Metrics;
  readonly phase: PhaseOf;
};

/** Of this program. */
export const version = (): string =>
  JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")).version;

/** The operator's port, of every process. @throws StartRefusal when the port is taken */
export const startOps = async ({ place, part, clock, opened, ...parts }: Starting) => {
  const { migrations, metrics, phase } = parts;
  const learnt = openLearning({ clock, database: opened.appConfig, migrations });
  const info = { version: version(), part, database: opened.kind };
  const { pool } = opened.database;
  try {
    const web = createOps({ metrics, learnt, phase, pool, info });
    const server = await listenOn({ ...place, web });
    return {
      stop: async () => {
        // Whoever watches keeps a connection open for the next scrape.
        server.closeAllConnections();
        await stopListening(server);
        await learnt.close();
      },
    };
  } catch (error) {
    await learnt.close();
    throw error;
  }
};
