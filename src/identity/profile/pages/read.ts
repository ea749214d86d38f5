import type { Tx } from "../../../platform/database/types.ts";
import { codesLeft, type KnownOwner, knownOwner } from "../../methods/index.ts";
import { type Self, selfOf } from "../store.ts";
import type { ProfileServices } from "../types.ts";
import type { Visit } from "../visit.ts";

/** What a member reads of their own. */
export type Profile = {
  readonly self: Self;
  readonly known: KnownOwner;
  readonly codesLeft: number | null;
};

const profileOf = async (tx: Tx, { session }: Visit): Promise<Profile> => {
  const [self, known, left] = await Promise.all([
    selfOf(tx, session.accountId),
    knownOwner(tx, session),
    codesLeft(tx, session.accountId),
  ]);
  return { self, known, codesLeft: left };
};

export const readProfile = ({ database }: ProfileServices, visit: Visit): Promise<Profile> =>
  database.inSociety(visit.society.id, (tx) => profileOf(tx, visit));
