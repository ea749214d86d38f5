import { refuse } from "../../../../kernel/result.ts";
import type { Call, Command, ExitCode, Installation } from "../../../command.ts";
import { operatorDid } from "../../../origin.ts";
import { noSuchSociety, refuseFile, refuseWith } from "../../../output/problems.ts";
import { exportRefusals } from "../refusals.ts";
import { named } from "../whose.ts";
import { type NewFolder, openNewFolder } from "./folder.ts";
import type { Manifest } from "./manifest.ts";
import { inSnapshot } from "./store.ts";
import { type Whose, writeExport } from "./write.ts";

const write = async (
  installation: Installation,
  folder: NewFolder,
  whose: Whose,
): Promise<Manifest> => {
  // Before the snapshot: that everything was taken out stands in it too.
  await operatorDid(installation, whose.id, { action: "society.exported", details: {} });
  const client = await installation.copyConnection();
  try {
    const madeAt = installation.clock.now();
    return await inSnapshot(client, whose.id, (snapshot) =>
      writeExport(snapshot, folder, { whose, madeAt }),
    );
  } catch (error) {
    await folder.discard();
    throw error;
  } finally {
    await client.end();
  }
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const [code, ...rest] = positionals;
  if (code === undefined || rest.length > 0 || typeof values.out !== "string") return 2;
  const installation = await open();
  const found = named(installation.registry, code);
  if (!found) return noSuchSociety(out, code);
  if ("ending" in found)
    return refuseWith(out, exportRefusals, refuse("export-too-late", { society: code }));
  try {
    const folder = await openNewFolder(values.out);
    if (!folder.ok) return refuseWith(out, exportRefusals, folder);
    const { files, audit, madeAt } = await write(installation, folder.value, found.society);
    out.say(`${found.society.name.ja}(${code})のデータを ${values.out} に書き出しました。`);
    for (const { name, rows } of files) out.say(`  ${name}${rows === null ? "" : `  ${rows}件`}`);
    out.json({ ok: true, folder: values.out, madeAt, files, audit });
    return 0;
  } catch (error) {
    return refuseFile(out, error, { path: values.out });
  }
};

export const societyExport: Command = {
  name: "society export",
  usage: "CODE --out DIR",
  summary: "Writes all that a society owns into a new folder, in open formats, while others work.",
  options: { out: { type: "string" } },
  run,
};
