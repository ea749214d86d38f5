import { resolve } from "node:path";
import type { Refusal } from "../../kernel/result.ts";
import { BackupError } from "../../platform/backup/types.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { nothingChanged, refuseFile, refuseWith } from "../output/problems.ts";
import { type Backup, openBackup, plainBytesOf, readThrough, rowsOf } from "./checking.ts";
import { restore } from "./restoring.ts";
import { refusals } from "./words.ts";

const refuse = (out: Output, refusal: Omit<Refusal, "ok">): ExitCode =>
  refuseWith(out, refusals, refusal);

const tell = (out: Output, { manifest, folder }: Backup, dryRun: boolean) => {
  const { id, createdAt, societies, tables } = manifest;
  const rows = rowsOf(manifest);
  const what = `${createdAt} のバックアップ(${societies}組合、${rows}行)`;
  out.say(
    dryRun
      ? `${folder}: ${what}は、すべて書き出したときのままです。まだ何も変わっていません。`
      : `${what}を戻し、1行ずつ元と同じであることを確かめました。`,
  );
  const counts = Object.fromEntries(tables.map(({ table, plain }) => [table, plain.lines]));
  out.json({ ok: true, dryRun, backup: id, createdAt, societies, rows, tables: counts });
};

const next =
  "audit verify で監査記録を確かめてください。加入者は全員、もう一度ログインします。登録の途中だった方は、同じ通知でやり直せます。";

const follow = (out: Output, { secrets }: Installation, { manifest }: Backup) => {
  out.say(next);
  if (manifest.keyId !== secrets.keyId)
    out.say("前の KENPO_SECRET で封じたものがあります。続けて secrets reseal を実行してください。");
};

type Owned = Installation & Required<Pick<Installation, "ownerConnection">>;

const restoreFrom = async (out: Output, installation: Owned, backup: Backup): Promise<ExitCode> => {
  const total = plainBytesOf(backup.manifest);
  const owner = await installation.ownerConnection();
  try {
    const progress = (done: number) => out.progress("書き戻し", done, total);
    const restored = await restore({ installation, owner, backup, progress });
    if (!restored.ok) return refuse(out, restored);
  } finally {
    await owner.end();
  }
  tell(out, backup, false);
  follow(out, installation, backup);
  return 0;
};

/** What can be said before anything is read. */
const objection = ({ registry, ownerConnection }: Installation): string | null => {
  if (registry.all().length > 0) return "not-empty";
  return ownerConnection ? null : "no-owner";
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  const [given, ...others] = positionals;
  if (given === undefined || others.length > 0) return 2;
  const folder = resolve(given);
  const isRehearsal = values["dry-run"] === true;
  const installation = await open();
  const against = isRehearsal ? null : objection(installation);
  if (against) return refuse(out, { code: against, facts: {} });
  try {
    const backup = await openBackup(installation, folder);
    const { manifest, fitting } = backup;
    if (fitting !== "same") {
      const last = manifest.migrations.at(-1)?.name ?? "";
      return refuse(out, { code: `schema-${fitting}`, facts: { folder, last } });
    }
    const total = plainBytesOf(manifest);
    await readThrough(installation, backup, (done) => out.progress("確認", done, total));
    if (!isRehearsal) return await restoreFrom(out, installation as Owned, backup);
    tell(out, backup, true);
    return 0;
  } catch (error) {
    if (error instanceof BackupError) {
      const { fault: code, file } = error;
      return refuse(out, { code, facts: { folder, file } });
    }
    return refuseFile(out, error, { path: folder, end: nothingChanged });
  }
};

export const importAll: Command = {
  name: "import",
  usage: "DIR [--dry-run]",
  summary:
    "Restores a backup into an empty installation: all of it or nothing; --dry-run reads it.",
  options: { "dry-run": { type: "boolean" } },
  run,
};
