import { exportFacts, readAuditStanding } from "../../../../audit/index.ts";
import { byteOrderMark } from "../../../../kernel/csv-line.ts";
import type { SocietyId } from "../../../../kernel/ids.ts";
import type { Instant } from "../../../../kernel/time.ts";
import type { InBoth } from "../../../../society/index.ts";
import type { NewFolder, Piece } from "./folder.ts";
import { type Manifest, manifestName, type WrittenFile } from "./manifest.ts";
import { readme } from "./readme.ts";
import { type Sheet, sheets } from "./sheets.ts";
import { type Snapshot, versionsIn } from "./store.ts";

/** Rows of one page: the memory does not grow with a society. */
const mostRows = 2000;
const nobody = "00000000-0000-0000-0000-000000000000";

const cell = (value: unknown): string =>
  value === null ? "" : `"${String(value).replaceAll('"', '""')}"`;
const line = (values: readonly unknown[]) => `${values.map(cell).join(",")}\r\n`;

async function* sheetOf(
  snapshot: Snapshot,
  society: SocietyId,
  { page }: Sheet,
): AsyncGenerator<Piece> {
  let after: readonly [string, string] = [nobody, ""];
  for (let isFirst = true; ; isFirst = false) {
    const { names, rows } = await snapshot.rows(page({ society, after, most: mostRows }));
    const head = isFirst ? byteOrderMark + line(names) : "";
    yield { text: head + rows.map(line).join(""), rows: rows.length };
    const last = rows.at(-1);
    if (!last || rows.length < mostRows) return;
    after = [String(last[0]), String(last[1])];
  }
}

async function* factsOf(snapshot: Snapshot, society: SocietyId): AsyncGenerator<Piece> {
  yield { text: "", rows: 0 };
  for await (const piece of exportFacts(snapshot, society, { from: null, before: null }))
    yield { text: piece.text, rows: piece.facts + piece.seals };
}

async function* whole(text: string, rows?: number): AsyncGenerator<Piece> {
  yield rows === undefined ? { text } : { text, rows };
}

export type Whose = {
  readonly id: SocietyId;
  readonly code: string;
  readonly name: InBoth;
  readonly version: number;
};

type Version = { readonly document: unknown };

/** Everything that a society owns, of one moment, the manifest last. */
export const writeExport = async (
  snapshot: Snapshot,
  folder: NewFolder,
  { whose, madeAt }: { readonly whose: Whose; readonly madeAt: Instant },
): Promise<Manifest> => {
  const { id, code, name, version } = whose;
  const [versions = []] = (await snapshot.read(id, [versionsIn(id)])) as Version[][];
  const newest = JSON.stringify(versions.at(-1)?.document, null, 2);
  const lines = versions.map((one) => `${JSON.stringify(one)}\n`).join("");
  const files: WrittenFile[] = [await folder.add("README.txt", whole(readme(name)))];
  for (const sheet of sheets)
    files.push(await folder.add(sheet.name, sheetOf(snapshot, id, sheet)));
  files.push(
    await folder.add("society.json", whole(`${newest}\n`)),
    await folder.add("society-versions.jsonl", whole(lines, versions.length)),
    await folder.add("audit.jsonl", factsOf(snapshot, id)),
  );
  const audit = await readAuditStanding(snapshot, id);
  const society = { id, code, version };
  const manifest: Manifest = { format: "kenpo-society-export/1", society, madeAt, files, audit };
  await folder.add(manifestName, whole(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
};
