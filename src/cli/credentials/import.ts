import { availableParallelism } from "node:os";
import { importCredentials } from "../../imports/index.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { noSuchSociety, refuseFile } from "../output/problems.ts";
import { collectNewIds, jsonOf, type Order, refuseImport, sayDone } from "./told.ts";

/** Places for the passwords that are hashed at a time. */
const places = 64;
const importFile = async (
  { database, clock, secrets, copyConnection }: Installation,
  order: Order,
  out: Output,
): Promise<ExitCode> => {
  const client = await copyConnection();
  try {
    const newIds = collectNewIds(order.isJson);
    const passwords = openPasswords({ lanes: availableParallelism(), places });
    const result = await importCredentials(
      { client, database, clock, secrets, passwords },
      {
        ...order,
        actor: { kind: "operator" },
        source: "cli",
        progress: (done, total) => out.progress("仮パスワードの準備", done, total),
        tell: newIds.tell,
      },
    );
    if (!result.ok) return refuseImport(out, result);
    sayDone(out, order, { done: result, newIds });
    out.json(jsonOf(result, order, newIds));
    return 0;
  } finally {
    await client.end();
  }
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  const [path, ...others] = positionals;
  const { society: code, csv } = values;
  if (path === undefined || others.length > 0 || typeof code !== "string") return 2;
  const installation = await open();
  const { registry } = installation;
  const society = registry.byCode(code);
  const entrance = society && registry.entrance(society.entranceId);
  if (!society || !entrance) return noSuchSociety(out, code);
  const order: Order = {
    society,
    href: `${entrance.origin}/sign-in`,
    path,
    listPath: typeof csv === "string" ? csv : null,
    isRehearsal: values["dry-run"] === true,
    isJson: values.json === true,
  };
  try {
    return await importFile(installation, order, out);
  } catch (error) {
    const about = (error as NodeJS.ErrnoException).path ?? path;
    return refuseFile(out, error, { path: about, end: "何も変わっていません。" });
  }
};

export const importCredentialsCommand: Command = {
  name: "credentials import",
  usage: "--society CODE FILE.csv [--csv OUT.csv] [--dry-run]",
  summary: "Brings user IDs and provisional passwords over from an older system: all, or nothing.",
  options: {
    society: { type: "string" },
    csv: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
