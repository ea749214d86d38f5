import type { AuditStanding } from "../../../audit/index.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import type { Basis } from "../../../society/index.ts";
import type { Call } from "../../command.ts";
import { readExport } from "../export/manifest.ts";

/** How old an export may be. */
const exportDays = 30;

/** What the operator founds the erasure on. */
export type Given = { readonly basis: Basis; readonly exported: AuditStanding | null };

const words: Readonly<Record<string, (file: string) => string>> = {
  "no-manifest": () => "manifest.json がありません。書き出しが最後まで終わっていません",
  "not-a-manifest": () => "manifest.json を読めません",
  "file-missing": (file) => `${file} がありません`,
  "file-altered": (file) => `${file} が書き出したときと違います`,
};

type Wanted = { readonly id: string; readonly now: Instant };

const fromExport = async (folder: string, { id, now }: Wanted): Promise<Given | string> => {
  const read = await readExport(folder);
  if (!read.ok)
    return `${folder}: ${words[read.code]?.(String(read.facts.file))}。society export で書き出し直してください。`;
  const { manifest, sha256 } = read.value;
  if (manifest.society.id !== id)
    return `${folder} は別の組合(${manifest.society.code})の書き出しです。`;
  if (manifest.madeAt < later(now, { days: -exportDays }))
    return `${folder} は${exportDays}日より前の書き出しです。society export で書き出し直してください。`;
  return { basis: { exportSha256: sha256 }, exported: manifest.audit };
};

/**
 * Either an export that is whole, of this society and not old, or a reason why there is none.
 * @returns what to complain of as a text; null: wrong usage
 */
export const basisOf = async (
  { values }: Pick<Call, "values">,
  wanted: Wanted,
): Promise<Given | string | null> => {
  const folder = values.export;
  const reason = String(values.reason ?? "").trim();
  const isWithout = values["without-export"] === true;
  if (isWithout === (typeof folder === "string")) return null;
  if (typeof folder === "string") return fromExport(folder, wanted);
  return reason === "" ? null : { basis: { reason }, exported: null };
};
