import type { Config } from "../platform/config.ts";
import { loadSamples } from "../society/index.ts";
import type { Open } from "./installation.ts";

export type SampleShown = {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
};

/** The five societies and a few members, in an empty database only. */
export const prepareSamples = async (
  _: Config,
  { database, clock, registry }: Open,
): Promise<void> => {
  await loadSamples(database, { now: clock.now(), registry });
};

export const samplesToShow = async (_: Config): Promise<readonly SampleShown[]> => [];
