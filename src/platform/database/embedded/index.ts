import { mkdirSync, realpathSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { DatabaseConfig } from "../config.ts";
import { checkVersion, databaseName, refusalOfSystem } from "./cluster.ts";
import { attach, configFor, ensureCluster, type Held, letGo } from "./keeper.ts";
import { type Places, placesIn } from "./places.ts";

export type Embedded = {
  readonly ownerConfig: DatabaseConfig;
  readonly appConfig: DatabaseConfig;
  /** The server ran already: another process of ours, or one that was killed, had started it. */
  readonly adopted: boolean;
  /** Stops the server when no other process uses it. Close the pools first. */
  readonly close: () => Promise<void>;
};

export type OpenEmbedded = {
  /** Made when missing. */
  readonly dataFolder: string;
  /** A line for the operator's log. */
  readonly log: (line: string) => void;
};

const makeDataFolder = (folder: string): Places => {
  // Others may pass through, to the server's own folders, and list nothing.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return placesIn(realpathSync(folder));
};

const holdIn = async ({
  dataFolder,
  log,
}: OpenEmbedded): Promise<{ places: Places; held: Held }> => {
  try {
    const places = makeDataFolder(dataFolder);
    checkVersion(places);
    await ensureCluster(places);
    return { places, held: await attach(places, log) };
  } catch (error) {
    throw refusalOfSystem(error, dataFolder);
  }
};

/** Keeps holding: a crashed server is started again while we live. */
const keepHolding = (places: Places, first: Held, log: (line: string) => void) => {
  let held = first;
  let closing = false;
  let returning: Promise<void> = Promise.resolve();
  const watch = () => {
    held.client.once("end", () => {
      if (!closing) returning = comeBack();
    });
  };
  const comeBack = async (): Promise<void> => {
    let told = "the database went away; starting it again";
    log(told);
    while (!closing) {
      try {
        held = await attach(places, log);
        watch();
        return log("the database is back");
      } catch (error) {
        const reason = `the database does not come back: ${(error as Error).message}`;
        if (reason !== told) log(reason);
        told = reason;
        await pause(1000);
      }
    }
  };
  watch();
  return async () => {
    if (closing) return;
    closing = true;
    await returning;
    await letGo(places, held);
  };
};

/**
 * PostgreSQL from npm inside the data folder: adopted when it runs, started when not, made when
 * there is none. @throws StartRefusal whose message is the one line to print
 */
export const openEmbedded = async (opening: OpenEmbedded): Promise<Embedded> => {
  const { places, held } = await holdIn(opening);
  return {
    ownerConfig: configFor(places, "owner", databaseName),
    appConfig: configFor(places, "app", databaseName),
    adopted: held.adopted,
    close: keepHolding(places, held, opening.log),
  };
};
