import { type Actor, type Origin, recordFacts } from "../../audit/index.ts";
import { newId, type SocietyId } from "../../kernel/ids.ts";
import { epochMsOf, type Instant } from "../../kernel/time.ts";
import type { Database, Tx } from "../../platform/database/types.ts";
import { changedPaths } from "../document/changes.ts";
import type { SocietyDocument } from "../document/document.ts";
import type { Problem } from "../document/problems.ts";
import { endingIn } from "../ending/store.ts";
import { sharedEntrance } from "../snapshot.ts";
import {
  addEntrance,
  addSocietyRow,
  addVersion,
  countChange,
  documentIn,
  entranceAt,
  entranceById,
  idOfCode,
  lockDirectory,
  setCurrentVersion,
  societiesNamed,
} from "../store.ts";
import { type Found, objections, storedHost } from "./rules.ts";

export type AddSociety = {
  readonly document: SocietyDocument;
  readonly actor: Actor;
  readonly origin: Origin;
  /** Kept with the version. */
  readonly reason: string;
  readonly now: Instant;
  /** Says what would happen; nothing is written. */
  readonly dryRun?: boolean;
};

export type Added =
  | {
      readonly ok: true;
      readonly outcome: "added" | "changed" | "unchanged";
      readonly id: SocietyId;
      readonly version: number;
      /** Paths that differ from the version before; none for a new society. */
      readonly changed: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const find = async (tx: Tx, document: SocietyDocument): Promise<Found> => {
  await lockDirectory(tx);
  const [named, wanted] = await Promise.all([
    societiesNamed(tx, document),
    entranceAt(tx, storedHost(document)),
  ]);
  const society = named.find(({ code }) => code === document.code);
  const before = society && (await documentIn(tx, society.version));
  return {
    society,
    // Somebody else's row is not ours to look at: with the right transaction it comes again.
    hasEnded: society?.id === tx.society && (await endingIn(tx)) !== undefined,
    sameNumber: named.find(
      (row) => row.insurer_number === document.insurerNumber && row !== society,
    ),
    its: society && (await entranceById(tx, society.entrance_id)),
    wanted,
    before,
    isStored: changedPaths(before, document).length === 0,
  };
};

const openEntrance = (tx: Tx, { document, now }: AddSociety) => {
  const id = newId<"entrance">(epochMsOf(now));
  const { kind } = document.entrance;
  const shown = kind === "shared" ? sharedEntrance : {};
  addEntrance(tx, { id, host: storedHost(document), kind, document: shown, at: now });
  return id;
};

const write = (tx: Tx, add: AddSociety, { found, changed }: { found: Found; changed: string }) => {
  const { document, actor, reason, now: at } = add;
  const { code, insurerNumber } = document;
  const version = (found.society?.version ?? 0) + 1;
  if (found.society) setCurrentVersion(tx, { version, insurerNumber, at });
  else {
    const entrance = found.wanted?.id ?? openEntrance(tx, add);
    addSocietyRow(tx, { code, entrance_id: entrance, insurer_number: insurerNumber, at });
  }
  const by = "id" in actor ? `${actor.kind} ${actor.id}` : actor.kind;
  addVersion(tx, { version, document, by, reason, at });
  countChange(tx);
  const action = found.society ? "society.changed" : "society.added";
  const subject = { kind: "society", id: tx.society };
  recordFacts(tx, [{ action, actor, subject, details: { version, changed } }], {
    origin: add.origin,
    at,
  });
};

const inItsTransaction = async (tx: Tx, add: AddSociety): Promise<Added | "again"> => {
  const found = await find(tx, add.document);
  // Somebody added the same code between our look and our lock.
  if (found.society && found.society.id !== tx.society) return "again";
  const problems = objections(add.document, found);
  if (problems.length > 0) return { ok: false, problems };
  const current = found.society?.version ?? 0;
  const changed = found.society ? changedPaths(found.before, add.document) : [];
  if (found.society && changed.length === 0)
    return { ok: true, outcome: "unchanged", id: tx.society, version: current, changed };
  if (!add.dryRun) write(tx, add, { found, changed: changed.join(",") });
  const outcome = found.society ? "changed" : "added";
  return { ok: true, outcome, id: tx.society, version: current + 1, changed };
};

/**
 * Adds a society, or a new version of it: dated, with its cause, audited. The same document twice
 * changes nothing. Code and entrance cannot change afterwards.
 */
export const addSociety = async (database: Database, add: AddSociety): Promise<Added> => {
  const known = await idOfCode(database, add.document.code);
  const id = known ?? newId<"society">(epochMsOf(add.now));
  const added = await database.inSociety(id, (tx) => inItsTransaction(tx, add));
  return added === "again" ? addSociety(database, add) : added;
};
