import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Portal } from "../portal-process.ts";

type Report = {
  readonly ok: boolean;
  readonly societies: readonly {
    readonly code: string;
    readonly seals: number;
    readonly facts: number;
    readonly unsealed: number;
    readonly head: unknown;
  }[];
};

export type Verified = {
  readonly seals: number;
  /** Sealed ones. */
  readonly facts: number;
  readonly unsealed: number;
  readonly problems: readonly string[];
};

/** `kenpo audit verify` as an operator runs it, who keeps what it printed. */
export type Auditor = {
  /** With the heads of the time before. */
  readonly verify: () => Promise<Verified>;
  /** Once more with the heads of every time. @returns problems */
  readonly verifyAll: () => Promise<{
    readonly kept: number;
    readonly problems: readonly string[];
  }>;
  readonly end: () => void;
};

/** Commands that run at a time. */
const atOnce = 3;

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const wrong = (problem: string): Verified => ({
  seals: 0,
  facts: 0,
  unsealed: 0,
  problems: [problem],
});

export const auditorOf = ({ cli }: Portal): Auditor => {
  const folder = join(tmpdir(), `kenpo-heads-${process.pid}`);
  mkdirSync(folder, { mode: 0o700 });
  const kept = new Map<string, string>();
  const keep = (report: Report) => {
    const heads = JSON.stringify(report.societies.map(({ head }) => head));
    if (kept.has(heads)) return;
    const path = join(folder, `${kept.size}.json`);
    writeFileSync(path, JSON.stringify(report));
    kept.set(heads, path);
  };
  const verifyWith = async (heads: string | undefined): Promise<Verified> => {
    try {
      const said = await cli("audit", "verify", "--json", ...(heads ? ["--heads", heads] : []));
      const report: Report = JSON.parse(said);
      keep(report);
      const of = (name: "seals" | "facts" | "unsealed") =>
        sum(report.societies.map((society) => society[name]));
      return {
        seals: of("seals"),
        facts: of("facts"),
        unsealed: of("unsealed"),
        problems: report.ok ? [] : ["audit verify: not ok"],
      };
    } catch (error) {
      // The complaints come first, and then the whole report.
      const [said] = String(error instanceof Error ? error.message : error).split("\n{");
      return wrong(`audit verify: ${said}`);
    }
  };
  return {
    verify: () => verifyWith([...kept.values()].at(-1)),
    verifyAll: async () => {
      const problems: string[] = [];
      const files = [...kept.values()];
      const open = [...files];
      const work = async () => {
        for (let file = open.shift(); file; file = open.shift())
          problems.push(...(await verifyWith(file)).problems);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      return { kept: files.length, problems };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
};
