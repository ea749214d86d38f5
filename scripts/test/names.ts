import { relative } from "node:path";
import { keyOf, separator } from "../manuals/judge.ts";

/** What the runner says of a test, as far as it matters for its name. */
export type Told = {
  readonly name: string;
  readonly testId?: number;
  readonly parentId?: number;
  readonly entryFile?: string;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details?: { readonly type?: string | undefined };
};

/** Collects the tests that passed with the suites that they stand in, by the file that was run. */
export const openNames = (root: string) => {
  const paths = new Map<string, string>();
  const shown = new Set<string>();
  const idOf = (told: Told, id: number | undefined) => `${told.entryFile} ${id}`;
  return {
    begun: (told: Told): void => {
      const above = paths.get(idOf(told, told.parentId));
      const path = above === undefined ? told.name : above + separator + told.name;
      paths.set(idOf(told, told.testId), path);
    },
    passed: (told: Told): void => {
      if (told.details?.type === "suite" || told.skip || told.todo) return;
      const name = paths.get(idOf(told, told.testId)) ?? told.name;
      shown.add(keyOf({ file: relative(root, told.entryFile ?? ""), name }));
    },
    all: (): readonly string[] => [...shown],
  };
};
