import type { SocietyId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../platform/crypto/types.ts";
import { type Reads, sealsAfter } from "../store.ts";
import type { Problem } from "../types.ts";
import type { Walked } from "../walk.ts";
import { type Pruning, pruningSignature } from "./signed.ts";
import { readPruning } from "./store.ts";

/** What a walk along a chain may find gone. */
export type KnownPruning = {
  /** Whether this seal's facts are gone because of their age. */
  readonly covers: (walked: Walked) => Promise<boolean>;
  /** How many facts went so. */
  readonly facts: () => number;
  /** To be asked at the walk's end. */
  readonly problems: () => Promise<readonly Problem[]>;
};

type Parts = { readonly database: Reads; readonly secrets: Secrets };

/** The sweeper may be at work beside the walk: what it read is read again where facts are missing. */
export const openPruning = async (
  { database, secrets }: Parts,
  society: SocietyId,
): Promise<KnownPruning> => {
  let known: Pruning | null = null;
  let isForged = false;
  const read = async () => {
    known = await readPruning(database, society);
    isForged = known !== null && pruningSignature(secrets, known) === "wrong";
  };
  const reaches = (seal: number) => known !== null && !isForged && seal <= known.seal;
  await read();
  return {
    covers: async ({ seal, facts }) => {
      if (facts.length > 0 || seal.facts === 0) return false;
      if (!reaches(seal.number)) await read();
      return reaches(seal.number);
    },
    facts: () => (isForged ? 0 : (known?.facts ?? 0)),
    problems: async () => {
      if (!known) return [];
      const { seal, root } = known;
      const [named] = await sealsAfter(database, { society, number: seal - 1, most: 1 });
      if (isForged || named?.number !== seal || named.root !== root)
        return [{ what: "pruning-wrong", seal }];
      return pruningSignature(secrets, known) === "unknown-key"
        ? [{ what: "key-unknown", seal }]
        : [];
    },
  };
};
