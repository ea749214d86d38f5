import type { AuditStanding } from "../../../audit/index.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import type { Basis } from "../../../society/index.ts";
import type { Call } from "../../command.ts";
import { readExport } from "../export/manifest.ts";
import { erasureRefusals } from "../refusals.ts";

/** How old an export may be. */
const exportDays = 30;

/** What the operator founds the erasure on. */
export type Given = { readonly basis: Basis; readonly exported: AuditStanding | null };

type Wanted = { readonly id: string; readonly now: Instant };

const fromExport = async (folder: string, { id, now }: Wanted): Promise<Given | string> => {
  const read = await readExport(folder);
  if (!read.ok) return erasureRefusals[read.code](read.file ?? folder);
  const { manifest, sha256 } = read.value;
  if (manifest.society.id !== id) return erasureRefusals["export-of-other"](manifest.society.code);
  if (manifest.madeAt < later(now, { days: -exportDays }))
    return erasureRefusals["export-old"](String(exportDays));
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
