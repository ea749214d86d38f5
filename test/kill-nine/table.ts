import { type Aim, aimName } from "./aims.ts";
import { type Target, targets } from "./kill.ts";

/** One kill, and what of it was seen. */
export type Killed = {
  readonly aim: Aim;
  /**
   * Presses that were sent, that were committed, and whose answer arrived. Of the sealer: seals that
   * were due, and that stood.
   */
  readonly sent: number;
  readonly committed: number;
  readonly answered: number;
  readonly problems: number;
};

const rowName = ({ aim }: Killed) => `${aim.at === "sealer" ? "-" : aim.way.name}|${aimName(aim)}`;

const sum = (kills: readonly Killed[], name: "sent" | "committed" | "answered" | "problems") =>
  kills.reduce((all, killed) => all + killed[name], 0);

const cells = (name: string, kills: readonly Killed[]) => {
  const of = (target: Target) => kills.filter(({ aim }) => aim.target === target).length;
  return [
    ...name.split("|"),
    ...targets.map((target) => String(of(target))),
    ...(["sent", "committed", "answered", "problems"] as const).map((one) =>
      String(sum(kills, one)),
    ),
  ];
};

const heads = ["way", "step", ...targets, "sent", "committed", "answered", "problems"];

/** Way × step: kills by target, what became of the presses, and the problems. */
export const tableOf = (kills: readonly Killed[]): string => {
  const rows = [...Map.groupBy(kills, rowName)].map(([name, own]) => cells(name, own));
  const all = [heads, ...rows, cells("all|", kills)];
  const widths = heads.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
