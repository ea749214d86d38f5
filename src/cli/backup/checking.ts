import { fileKey } from "../../platform/backup/keys.ts";
import { readManifest } from "../../platform/backup/manifest.ts";
import { readSealed } from "../../platform/backup/sealed-file.ts";
import type { Manifest, Migration, TableEntry } from "../../platform/backup/types.ts";
import { appliedMigrations } from "../../platform/database/backup/applied.ts";
import type { Installation } from "../command.ts";
import { backedUp } from "./tables.ts";

/** A backup that can be read, and where. */
export type Backup = { readonly folder: string; readonly manifest: Manifest };

/** `older`, `newer`: of an earlier or later version of the portal · `other`: of neither */
export type Fitting = "same" | "older" | "newer" | "other";

const isIn = (all: readonly Migration[]) => (one: Migration) =>
  all.some(({ name, sha256 }) => name === one.name && sha256 === one.sha256);

const isOfOurTables = ({ tables }: Manifest) =>
  tables.map(({ table }) => table).join() === backedUp.map(({ table }) => table).join();

/** Whether a backup can go into a schema that these migrations made. */
export const fittingOf = (manifest: Manifest, ours: readonly Migration[]): Fitting => {
  const { migrations: theirs } = manifest;
  const [isCovered, covers] = [theirs.every(isIn(ours)), ours.every(isIn(theirs))];
  if (isCovered && covers) return isOfOurTables(manifest) ? "same" : "other";
  if (isCovered) return "older";
  return covers ? "newer" : "other";
};

/** @throws BackupError */
export const openBackup = async (
  { database, secrets }: Installation,
  folder: string,
): Promise<Backup & { readonly fitting: Fitting }> => {
  const manifest = await readManifest(folder, secrets);
  const fitting = fittingOf(manifest, await appliedMigrations(database));
  return { folder, manifest, fitting };
};

/** A table's rows as they were read. @throws BackupError, in the middle of them too */
export const rowsIn = (
  { secrets }: Pick<Installation, "secrets">,
  { folder, manifest }: Backup,
  entry: TableEntry,
): AsyncGenerator<Buffer> =>
  readSealed({ folder, key: fileKey(secrets, manifest, entry.table) }, entry);

/** Reads every byte of every file. @throws BackupError at the first that is not as it was written */
export const readThrough = async (
  installation: Pick<Installation, "secrets">,
  backup: Backup,
  progress: (done: number) => void,
): Promise<void> => {
  let done = 0;
  for (const entry of backup.manifest.tables) {
    for await (const piece of rowsIn(installation, backup, entry)) {
      done += piece.length;
      progress(done);
    }
  }
};

export const plainBytesOf = ({ tables }: Manifest): number =>
  tables.reduce((sum, { plain }) => sum + plain.bytes, 0);
export const rowsOf = ({ tables }: Manifest): number =>
  tables.reduce((sum, { plain }) => sum + plain.lines, 0);
