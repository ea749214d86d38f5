import type { Portal } from "../portal-process.ts";
import { type Aim, ways } from "./aims.ts";
import { broughtLettersFor, lettersFor } from "./letters.ts";
import type { Letter, Way } from "./registration.ts";
import { type Story, storyOf } from "./story.ts";
import { weak } from "./ways/new.ts";

/** Who registers. */
export type Cast = {
  /** One for each way, to be told without a kill. */
  readonly scouts: readonly Story[];
  /** Who goes a way together, a kill at each step: its flows live through all of them. */
  readonly troop: (way: Way, pass: number) => readonly Story[];
  readonly everybody: readonly Story[];
};

const perTroop = 5;

const lettersOf = (portal: Portal, society: string, count: number) => {
  if (society === weak.society) return broughtLettersFor(portal, { society, count });
  // The classic way has no ID to keep; of the new one every other member keeps theirs.
  const keepsId = (i: number) => society !== "hikari" && i % 2 === 0;
  return lettersFor(portal, { society, count, keepsId });
};

const passesOf = (aims: readonly Aim[]) =>
  1 + Math.max(-1, ...aims.map((aim) => (aim.at === "sealer" ? -1 : aim.pass)));

/** Members with their letters, for all of these kills. */
export const castFor = async (portal: Portal, aims: readonly Aim[]): Promise<Cast> => {
  const passes = passesOf(aims);
  const perWay = 1 + passes * perTroop;
  const letters = new Map<string, Letter[]>();
  for (const society of new Set(ways.map((way) => way.society))) {
    const count = perWay * ways.filter((way) => way.society === society).length;
    letters.set(society, [...(await lettersOf(portal, society, count))]);
  }
  const taken = new Map(
    ways.map((way) => [
      way,
      (letters.get(way.society)?.splice(0, perWay) ?? []).map((letter) => storyOf(way, letter)),
    ]),
  );
  return {
    scouts: ways.flatMap((way) => taken.get(way)?.slice(0, 1) ?? []),
    troop: (way, pass) => {
      const from = 1 + pass * perTroop;
      return taken.get(way)?.slice(from, from + perTroop) ?? [];
    },
    everybody: [...taken.values()].flat(),
  };
};
