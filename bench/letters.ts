import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Bench, Figures } from "./types.ts";

type Run = { readonly cpuSeconds: number; readonly peakMb: number };

const run = promisify(execFile);
const file = fileURLToPath(new URL("letters/render-once.ts", import.meta.url));

const render = async (society: string, count: number): Promise<Run> => {
  const { stdout } = await run(process.execPath, [...process.execArgv, file, society, `${count}`]);
  return JSON.parse(stdout) as Run;
};

/** Society by design: each has another form of letter. */
const designs = {
  postcard: "minato",
  "sealed postcard": "asahi",
  "card mount": "hikari",
  A4: "kaede",
} as const;
const [few, many] = [1_000, 10_000];

/** Letters a second of CPU, typefaces and the writing of the file included. */
const rates = async (): Promise<Figures> => {
  const figures: Record<string, number> = {};
  for (const [design, society] of Object.entries(designs)) {
    const { cpuSeconds } = await render(society, few * 2);
    figures[design] = (few * 2) / cpuSeconds;
  }
  return figures;
};

export const letters: Bench = {
  name: "letters",
  says: `letters a second of one core, by design; peak memory of ${many} ÷ of ${few} letters`,
  goals: [
    ...Object.keys(designs).map((figure) => ({ figure, unit: "/s", atLeast: 300 })),
    { figure: "peak ÷ peak", unit: "ratio", atMost: 1.1 },
    { figure: "peak", unit: "MB" },
  ],
  prepare: async () => ({
    round: async () => {
      const [small, large] = [
        await render(designs["sealed postcard"], few),
        await render(designs["sealed postcard"], many),
      ];
      return {
        ...(await rates()),
        "peak ÷ peak": large.peakMb / small.peakMb,
        peak: large.peakMb,
      };
    },
    close: async () => {},
  }),
};
