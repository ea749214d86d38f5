import type { Bench, Figures, Goal } from "./types.ts";

export type Line = Goal & {
  readonly median: number;
  readonly least: number;
  readonly most: number;
};
export type Summary = {
  readonly name: string;
  readonly says: string;
  readonly lines: readonly Line[];
};

const medianOf = (sorted: readonly number[]): number => {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
};

/** Median and range of each figure. @throws when a round did not bring a figure that has a goal */
export const summaryOf = ({ name, says, goals }: Bench, rounds: readonly Figures[]): Summary => ({
  name,
  says,
  lines: goals.map((goal) => {
    const sorted = rounds.map((round) => round[goal.figure] ?? Number.NaN).sort((a, b) => a - b);
    if (sorted.length === 0 || sorted.some(Number.isNaN))
      throw new Error(`${name}: a round without "${goal.figure}"`);
    return { ...goal, median: medianOf(sorted), least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
  }),
});

/** By the median: one bad round is the neighbours' noise. */
export const isMet = ({ median, atMost, atLeast }: Line): boolean =>
  (atMost === undefined || median <= atMost) && (atLeast === undefined || median >= atLeast);

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toPrecision(3).replace(/\.?0+$/, "");

const goalText = ({ atMost, atLeast }: Goal): string => {
  if (atMost !== undefined) return `≤ ${atMost}`;
  return atLeast === undefined ? "" : `≥ ${atLeast}`;
};

const rowOf = (line: Line): string => {
  const unit = line.unit === "ratio" ? "" : ` ${line.unit}`;
  const value = `${number(line.median)}${unit} [${number(line.least)}–${number(line.most)}]`;
  const goal = goalText(line);
  const verdict = goal === "" ? "" : `${goal.padEnd(8)} ${isMet(line) ? "✔" : "✖ missed"}`;
  return `  ${line.figure.padEnd(34)} ${value.padEnd(30)} ${verdict}`.trimEnd();
};

export const table = (summaries: readonly Summary[]): string =>
  summaries
    .map(({ name, says, lines }) => [`\n${name}: ${says}`, ...lines.map(rowOf)].join("\n"))
    .join("\n");
