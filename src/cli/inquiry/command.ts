import {
  answeredHours,
  askedSince,
  findInquiry,
  noteInquiry,
  readNumber,
} from "../../identity/inquiry/index.ts";
import { refuse } from "../../kernel/result.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseWith } from "../output/problems.ts";
import { texts } from "./refusals.ts";
import { sayFound } from "./told.ts";

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const [typed] = positionals;
  // Without its hyphen it may have been read out, and typed, in two words.
  const number = typed === undefined ? null : readNumber(positionals.join(""));
  if (typed === undefined) return 2;
  if (number === null) return refuseWith(out, texts, refuse("number-form"));
  const { database, registry, clock } = await open();
  const code = values.society;
  const society = typeof code === "string" ? registry.byCode(code) : null;
  if (society === undefined) return noSuchSociety(out, String(code));
  const now = clock.now();
  const asked = { number, since: askedSince(now), society };
  const found = await findInquiry({ database, registry }, asked);
  if (found.length === 0)
    return refuseWith(out, texts, refuse("number-unknown", { number, hours: answeredHours }));
  await noteInquiry({ database }, found, { number, origin: runOrigin(now), now });
  return sayFound(out, number, found);
};

export const inquiryCommands: readonly Command[] = [
  {
    name: "inquiry",
    usage: "NUMBER [--society CODE]",
    summary:
      "The real reason behind an お問い合わせ番号 of the last day: of a refused sign-in, a wrong identity check, a forgotten ID or password. With --society only what is that society's. That somebody looked is on record.",
    options: { society: { type: "string" } },
    run,
  },
];
