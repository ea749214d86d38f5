import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Facts } from "../../kernel/result.ts";
import { fileKey } from "../../platform/backup/keys.ts";
import { writeManifest } from "../../platform/backup/manifest.ts";
import { writeSealed } from "../../platform/backup/sealed-file.ts";
import type { Manifest, TableEntry } from "../../platform/backup/types.ts";
import { cutOff, openSnapshot, type Snapshot } from "../../platform/database/backup/reading.ts";
import { codeOf } from "../../platform/database/failures.ts";
import type { Call, Command, ExitCode, Installation } from "../command.ts";
import { operatorDid } from "../origin.ts";
import { type Found, leaveFolder, prepareFolder } from "../output/folder.ts";
import { refuseFile, refuseWith } from "../output/problems.ts";
import { type BackedUp, backedUp } from "./tables.ts";
import { exportRefusals, sizeText } from "./words.ts";

type Order = { readonly folder: string; readonly id: string };

const fileOf = ({ table }: BackedUp) => `${table}.sealed`;

/** Leaves the folder as it was found. */
const clear = async (folder: string, found: Found) => {
  for (const one of backedUp) await rm(join(folder, fileOf(one)), { force: true });
  await leaveFolder(folder, found);
};

const placed = <T>(written: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (written.ok) return written.value;
  throw Object.assign(new Error("somebody else writes into the same folder"), { code: "EEXIST" });
};

type Writing = Order & {
  readonly installation: Installation;
  readonly snapshot: Snapshot;
  readonly progress: (done: number) => void;
};

const writeTable = async (
  { folder, id, installation, snapshot }: Writing,
  one: BackedUp,
): Promise<TableEntry> => {
  const { secrets } = installation;
  const { table, only } = one;
  const shape = await snapshot.shapeOf(table);
  const key = fileKey(secrets, { id, keyId: secrets.keyId }, table);
  const place = { folder, file: fileOf(one), key };
  const written = placed(await writeSealed(place, snapshot.rows(shape, only)));
  return { table, columns: shape.columns, ...written };
};

const writeAll = async (writing: Writing): Promise<Manifest> => {
  const { folder, id, installation, snapshot, progress } = writing;
  const { secrets, clock } = installation;
  const createdAt = clock.now();
  const tables: TableEntry[] = [];
  for (const one of backedUp) {
    progress(tables.length);
    tables.push(await writeTable(writing, one));
  }
  const manifest: Manifest = {
    format: "kenpo-backup",
    version: 1,
    id,
    createdAt,
    keyId: secrets.keyId,
    societies: snapshot.societies.length,
    auditEra: snapshot.auditEra,
    migrations: snapshot.migrations,
    tables,
  };
  placed(await writeManifest({ folder, secrets }, manifest));
  progress(tables.length);
  return manifest;
};

/**
 * Who takes everything out is a fact of each society, before the first row leaves. Not of a closed
 * one: its record stands still, or its own export would not be the last word before its erasure.
 */
const record = async (installation: Installation, id: string) => {
  for (const { id: society } of installation.registry.all())
    await operatorDid(installation, society, {
      action: "backup.exported",
      details: { backup: id },
    });
};

const write = async ({ out }: Call, installation: Installation, order: Order) => {
  await record(installation, order.id);
  const client = await installation.copyConnection();
  try {
    const snapshot = await openSnapshot(client);
    const progress = (done: number) => out.progress("書き出し", done, backedUp.length);
    const manifest = await writeAll({ ...order, installation, snapshot, progress });
    await client.query("commit");
    return manifest;
  } finally {
    cutOff(client);
  }
};

const tell = ({ out }: Call, folder: string, { id, createdAt, societies, tables }: Manifest) => {
  const rows = tables.reduce((sum, { plain }) => sum + plain.lines, 0);
  const bytes = tables.reduce((sum, { sealed }) => sum + sealed.bytes, 0);
  out.say(`${societies}組合、${rows}行を ${folder} に書き出しました(${sizeText(bytes)})。`);
  out.say("戻すには、いまの KENPO_SECRET が要ります。バックアップとは別の場所に保管してください。");
  const counts = Object.fromEntries(tables.map(({ table, plain }) => [table, plain.lines]));
  out.json({ ok: true, folder, backup: id, createdAt, societies, rows, bytes, tables: counts });
};

const refused = ({ out }: Call, code: string, facts: Facts = {}): ExitCode =>
  refuseWith(out, exportRefusals, { code, facts });

const intoFolder = async (call: Call, installation: Installation, order: Order) => {
  const found = await prepareFolder(order.folder);
  if (!found) return refused(call, "not-empty", { folder: order.folder });
  try {
    tell(call, order.folder, await write(call, installation, order));
    return 0;
  } catch (error) {
    await clear(order.folder, found);
    throw error;
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  if (positionals.length > 0 || typeof values.out !== "string") return 2;
  const folder = resolve(values.out);
  const installation = await open();
  // A wrong KENPO_DATA is an installation that was made just now: night after night, nothing.
  const { registry } = installation;
  if (registry.all().length + registry.closed().length === 0) return refused(call, "nothing");
  try {
    return await intoFolder(call, installation, {
      folder,
      id: randomBytes(32).toString("base64url"),
    });
  } catch (error) {
    if (codeOf(error) === "55P03") return refused(call, "busy");
    return refuseFile(out, error, { path: folder, end: "書きかけのファイルは残していません。" });
  }
};

export const exportAll: Command = {
  name: "export",
  usage: "--out DIR",
  summary: "Backs up the whole installation into a new folder, sealed, while the portal serves.",
  options: { out: { type: "string" } },
  run,
};
