import fc from "fast-check";
import type { Tally, Trial } from "../any-order/property.ts";
import { type Story, story } from "./events.ts";
import { rareStories } from "./rare.ts";
import { tell } from "./tell.ts";

/** Any order of requests. @returns what became of the attempts, and how many requests were answered */
export const tryAnyOrder = async ({ runs, seed, isHasty = false }: Trial): Promise<Tally> => {
  const tally: Tally = {};
  const count = (what: string, by = 1) => {
    tally[what] = (tally[what] ?? 0) + by;
  };
  const property = fc.asyncProperty(story, async (one: Story) => {
    const { outcomes, requests } = await tell(one);
    count("requests", requests);
    for (const outcome of new Set(outcomes)) count(outcome);
  });
  const examples = rareStories.map((one): [Story] => [one]);
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: isHasty, examples });
  return tally;
};
