import type { Origin } from "../../audit/types.ts";
import type { MemberId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { membersOf } from "../../members/index.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Registry, Society } from "../../society/types.ts";
import { noteLook } from "./look.ts";
import { type Asked, askingsUnder, factsUnder, memberOf, triesUnder } from "./store.ts";
import type { EntranceRow, Found, Row } from "./types.ts";

type Parts = { readonly database: Database; readonly registry: Registry };
type Scope = {
  /** Whose staff ask: of other societies they learn nothing. Null: the operator asks for all. */
  readonly society: Society | null;
};

const isTheirs = ({ society }: Scope, { societyId, entranceId }: EntranceRow): boolean => {
  if (!society) return true;
  return societyId === null ? entranceId === society.entranceId : societyId === society.id;
};

const withMember = async (
  { database, registry }: Parts,
  { targetId, ...row }: Row & { readonly targetId?: string | null },
): Promise<Found> => {
  const society = (row.societyId && registry.society(row.societyId)) ?? null;
  if (!society) return { row, society: null, member: null };
  const member = await database.inSociety(society.id, async (tx) => {
    const id: MemberId | null = row.memberId ?? (targetId ? await memberOf(tx, targetId) : null);
    return id && (await membersOf(tx).byId(id));
  });
  return { row, society, member: member ?? null };
};

const factsOf = async ({ database, registry }: Parts, scope: Scope, asked: Asked) => {
  const found: Row[] = [];
  for (const { id } of scope.society ? [scope.society] : registry.all())
    found.push(...(await database.inSociety(id, (tx) => factsUnder(tx, asked))));
  return found;
};

/** Everything that is known under a number, the oldest first. */
export const findInquiry = async (
  parts: Parts,
  asked: Asked & Scope,
): Promise<readonly Found[]> => {
  const { database } = parts;
  const [tries, askings, facts] = await Promise.all([
    triesUnder(database, asked),
    askingsUnder(database, asked),
    factsOf(parts, asked, asked),
  ]);
  const rows = [...[...tries, ...askings].filter((row) => isTheirs(asked, row)), ...facts];
  const found: Found[] = [];
  for (const row of rows) found.push(await withMember(parts, row));
  return found.sort((a, b) => a.row.at.localeCompare(b.row.at));
};

type Answered = { readonly number: string; readonly origin: Origin; readonly now: Instant };

/** Puts on record whose reasons were told: once for each member. */
export const noteInquiry = async (
  { database }: Pick<Parts, "database">,
  found: readonly Found[],
  { number, origin, now }: Answered,
): Promise<void> => {
  const whose = new Map<MemberId, Society>();
  for (const { society, member } of found) if (society && member) whose.set(member.id, society);
  for (const [memberId, { id }] of whose)
    await database.inSociety(id, async (tx) =>
      noteLook(tx, { memberId, accountId: null, about: number, origin, now }),
    );
};
