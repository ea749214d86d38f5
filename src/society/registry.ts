import type { Database, Tx } from "../platform/database/types.ts";
import { societyDocument } from "./document/document.ts";
import { endings } from "./ending/store.ts";
import type { Ending } from "./ending/types.ts";
import type { Policy } from "./policy/policy.ts";
import { entranceOf, societyOf } from "./snapshot.ts";
import { changeCount, directory, documentIn, documentOf, type SocietyRow } from "./store.ts";
import type { Entrance, Registry, Society } from "./types.ts";
import { plannedWindows } from "./windows/store.ts";
import type { PlannedWindow } from "./windows/types.ts";

type Snapshot = {
  readonly count: number;
  readonly societies: readonly Society[];
  readonly closed: readonly Society[];
  readonly endings: readonly Ending[];
  readonly windows: readonly PlannedWindow[];
  readonly byId: ReadonlyMap<string, Society>;
  readonly byCode: ReadonlyMap<string, Society>;
  readonly entrances: ReadonlyMap<string, Entrance>;
  readonly hosts: ReadonlyMap<string, Entrance>;
  /** By the host that they had when their first passkey was made. */
  readonly moved: ReadonlyMap<string, readonly Entrance[]>;
};

export type RegistryOptions = {
  readonly database: Database;
  /** Public address of the shared entrance (KENPO_BASE_URL). */
  readonly baseUrl: string;
};

const by = <T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [key(one), one]));

/** In one order, so that of two that were at the same host the same one is led to. */
const byFormerHost = (entrances: readonly Entrance[]): Snapshot["moved"] =>
  Map.groupBy(
    entrances
      .filter(({ origin, rpId }) => new URL(origin).hostname !== rpId)
      .toSorted((one, other) => one.id.localeCompare(other.id)),
    ({ rpId }) => rpId,
  );

const readSociety = async (
  database: Database,
  { row, known }: { readonly row: SocietyRow; readonly known: Snapshot | undefined },
): Promise<Society> => {
  const before = known?.byId.get(row.id) ?? known?.closed.find(({ id }) => id === row.id);
  if (before?.version === row.version) return before;
  return societyOf(row, await documentOf(database, row.id, row.version));
};

// The count is read first: what changes after it is at worst read twice.
const readSnapshot = async (
  { database, baseUrl }: RegistryOptions,
  known: Snapshot | undefined,
): Promise<Snapshot> => {
  const count = await changeCount(database);
  if (count === known?.count) return known;
  const rows = await directory(database);
  const [ended, windows] = await Promise.all([endings(database), plannedWindows(database)]);
  // Of one that is being erased there is nothing whole to read any more.
  const gone = new Set(ended.filter(({ erasingAt }) => erasingAt).map(({ id }) => id));
  const whole = await Promise.all(
    rows.societies
      .filter(({ id }) => !gone.has(id))
      .map((row) => readSociety(database, { row, known })),
  );
  const isClosed = ({ id }: Society) => ended.some((one) => one.id === id);
  const societies = whole.filter((society) => !isClosed(society));
  const base = new URL(baseUrl);
  const behind = { base, societies, endings: ended };
  const entrances = rows.entrances.map((row) => entranceOf(row, behind));
  return {
    count,
    societies,
    closed: whole.filter(isClosed),
    endings: ended,
    windows,
    byId: by(societies, ({ id }) => id),
    byCode: by(societies, ({ code }) => code),
    entrances: by(entrances, ({ id }) => id),
    hosts: by(entrances, ({ host }) => host),
    moved: byFormerHost(entrances),
  };
};

/** Entrances and societies in memory; `refresh` before use where another process may have written. */
export const openRegistry = async (options: RegistryOptions): Promise<Registry> => {
  let snapshot = await readSnapshot(options, undefined);
  let last: Promise<void> = Promise.resolve();
  const read = async () => {
    snapshot = await readSnapshot(options, snapshot);
  };
  return {
    entranceAt: (host) => snapshot.hosts.get(host.toLowerCase()),
    movedFrom: (hostName) => snapshot.moved.get(hostName) ?? [],
    entrance: (id) => snapshot.entrances.get(id),
    society: (id) => snapshot.byId.get(id),
    byCode: (code) => snapshot.byCode.get(code),
    all: () => snapshot.societies,
    closed: () => snapshot.closed,
    endings: () => snapshot.endings,
    windows: () => snapshot.windows,
    // One after another: joining a reading under way could miss what the caller has just written.
    refresh: () => {
      const reading = last.then(read);
      last = reading.catch(() => {});
      return reading;
    },
  };
};

/**
 * The policy that a flow began with. Costs a query only when the society has a newer one.
 * @throws when there was no such version: a bug
 */
export const policyAt = async (tx: Tx, society: Society, version: number): Promise<Policy> => {
  if (society.id === tx.society && society.version === version) return society.policy;
  return societyDocument.parse(await documentIn(tx, version)).policy;
};
