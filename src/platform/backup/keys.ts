import type { Secrets } from "../crypto/types.ts";
import { manifestFile } from "./manifest.ts";
import { BackupError, type Manifest } from "./types.ts";

/** The key of one table's file in one backup. @throws BackupError when its secret is not known */
export const fileKey = (
  secrets: Secrets,
  { id, keyId }: Pick<Manifest, "id" | "keyId">,
  table: string,
): Buffer => {
  const key = secrets.streamKey(keyId, `backup/${id}/${table}`);
  if (!key) throw new BackupError("other-key", manifestFile);
  return key;
};
