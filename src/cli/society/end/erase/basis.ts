import type { AuditStanding } from "../../../../audit/index.ts";
import { ok, type Result, refuse } from "../../../../kernel/result.ts";
import { type Instant, later } from "../../../../kernel/time.ts";
import type { Basis } from "../../../../society/index.ts";
import type { Call } from "../../../command.ts";
import { readExport } from "../export/manifest.ts";

/** How old an export may be. */
const exportDays = 30;

/** What the operator founds the erasure on. */
export type Given = { readonly basis: Basis; readonly exported: AuditStanding | null };

type Wanted = { readonly id: string; readonly now: Instant };

const fromExport = async (folder: string, { id, now }: Wanted): Promise<Result<Given>> => {
  const read = await readExport(folder);
  if (!read.ok) return refuse(read.code, { folder, file: read.file ?? "" });
  const { manifest, sha256 } = read.value;
  if (manifest.society.id !== id)
    return refuse("export-of-other", { society: manifest.society.code });
  if (manifest.madeAt < later(now, { days: -exportDays }))
    return refuse("export-old", { days: exportDays });
  return ok({ basis: { exportSha256: sha256 }, exported: manifest.audit });
};

/**
 * Either an export that is whole, of this society and not old, or a reason why there is none.
 * @returns null: wrong usage
 */
export const basisOf = async (
  { values }: Pick<Call, "values">,
  wanted: Wanted,
): Promise<Result<Given> | null> => {
  const folder = values.export;
  const reason = String(values.reason ?? "").trim();
  const isWithout = values["without-export"] === true;
  if (isWithout === (typeof folder === "string")) return null;
  if (typeof folder === "string") return fromExport(folder, wanted);
  return reason === "" ? null : ok({ basis: { reason }, exported: null });
};
