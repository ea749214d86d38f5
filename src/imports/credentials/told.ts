import { isMailed, type Renamed } from "../../identity/provisional/index.ts";
import type { Problem, Problems } from "../problems.ts";
import { passwordColumn } from "./columns.ts";
import type { PlannedRename } from "./store.ts";
import type { NewId, Told } from "./types.ts";

// their value is a whole row's beginning, or runs on into the next cells
const formRules = ["row-short", "row-long", "quote-unclosed", "quote-stray", "header-missing"];

/** No password in a message, wherever the columns stand. */
const hushed = (problem: Problem): Problem =>
  problem.column === passwordColumn || formRules.includes(problem.rule)
    ? { ...problem, value: null }
    : problem;

export const told = (problems: Problems): Told => ({
  first: problems.told().map(hushed),
  total: problems.total(),
});

export const newIdOf = (
  { symbol, memberNumber, branchNumber, formerId, issuedId, because }: PlannedRename,
  told: NewId["told"],
): NewId => ({
  symbol,
  memberNumber,
  branchNumber,
  before: formerId,
  after: issuedId,
  because,
  told,
});

export const toldHow = (renamed: Renamed) =>
  renamed.isTold ? "earlier" : isMailed(renamed) ? "mail" : "letter-needed";
