import { sourceLimit } from "../../identity/sign-in/index.ts";
import type { Clock } from "../../kernel/time.ts";
import type { DatabaseConfig } from "../../platform/database/config.ts";
import { type Connected, connectDatabase } from "../../platform/database/connect.ts";
import { type DatabaseState, databaseStateIn } from "../../platform/database/ready.ts";
import { lately } from "./lately.ts";
import { type InstallationFigures, readFigures } from "./store.ts";

export type Learning = {
  readonly clock: Clock;
  readonly database: DatabaseConfig;
  /** Folder of the migrations of this version. */
  readonly migrations: string;
};

/** What the database tells an operator. Null: it does not answer, or not in time. */
export type Learnt = {
  readonly state: () => Promise<DatabaseState | null>;
  readonly figures: () => Promise<InstallationFigures | null>;
  readonly close: () => Promise<void>;
};

/** Prometheus gives up after ten seconds by default, balancers earlier. */
const patienceMs = 2_000;
/** However many scrape, the database is asked once in so many seconds. */
const seconds = { state: 1, figures: 5 };

/**
 * On a connection of its own: a pool that is used up must not make a server look dead, and a probe
 * must not take a connection from a member.
 */
export const openLearning = ({ clock, database: config, migrations }: Learning): Learnt => {
  const database: Connected = connectDatabase({
    config,
    applicationName: "kenpo ops",
    maxConnections: 1,
    statementTimeoutMs: patienceMs,
  });
  const askState = databaseStateIn(migrations);
  const how = { clock, patienceMs };
  return {
    state: lately({ ...how, seconds: seconds.state, ask: () => askState(database) }),
    figures: lately({
      ...how,
      seconds: seconds.figures,
      ask: () => readFigures(database, clock.now(), sourceLimit),
    }),
    close: database.close,
  };
};
