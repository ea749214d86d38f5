import {
  beginErasure,
  countSociety,
  type Ending,
  eraseSociety,
  type Society,
} from "../../../society/index.ts";
import type { Call, Command, ExitCode, Installation } from "../../command.ts";
import { noSuchSociety } from "../../problems.ts";
import { erasureRefusals } from "../refusals.ts";
import { named } from "../whose.ts";
import { basisOf } from "./basis.ts";

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

const sayCounts = ({ out }: Call, counts: Readonly<Record<string, number>>) => {
  for (const [table, rows] of Object.entries(counts))
    if (rows > 0) out.say(`  ${table}  ${rows}行`);
};

/** What is left to prove it. */
const tell = (call: Call, ending: Ending): ExitCode => {
  const { code, erasedAt, deleted, auditFacts, auditSeal, auditRoot, exportSha256 } = ending;
  call.out.say(
    `${code} は消去されています(${erasedAt})。すべての表で、この組合の行は0です。消した行は次のとおりです。`,
  );
  sayCounts(call, deleted);
  const head = auditSeal === null ? "なし" : `${auditSeal} ${auditRoot}`;
  call.out.say(`監査記録は${auditFacts}件、最後の封は ${head} でした。`);
  if (exportSha256) call.out.say(`書き出しの manifest.json のSHA-256: ${exportSha256}`);
  call.out.say("バックアップには、その保存期間が終わるまで残ります。");
  call.out.json({ ok: true, ...ending });
  return 0;
};

const erase = async (call: Call, installation: Installation, ending: Ending) => {
  const { database, clock, registry } = installation;
  const all = total(await countSociety(database, ending.id));
  let done = 0;
  const gone = (rows: number) => {
    done += rows;
    call.out.progress(ending.code, Math.min(done, all), all);
  };
  await eraseSociety(database, ending.id, { now: clock.now, gone });
  await registry.refresh();
  const left = named(registry, ending.code);
  if (left?.kind !== "erased") throw new Error("an erased society without its tombstone");
  return tell(call, left.ending);
};

const plan = async (call: Call, { database }: Installation, { id, code }: Society) => {
  const counts = await countSociety(database, id);
  call.out.say(`${code} の次の行を消します。まだ何も変わっていません。`);
  sayCounts(call, counts);
  call.out.json({ ok: true, dryRun: true, code, rows: counts });
  return 0 as const;
};

const begin = async (
  call: Call,
  installation: Installation,
  society: Society,
): Promise<ExitCode> => {
  const { out, values } = call;
  const { database, clock, registry } = installation;
  const now = clock.now();
  const given = await basisOf(call, { id: society.id, now });
  if (given === null) return 2;
  if (typeof given === "string") {
    out.complain(given);
    return 1;
  }
  if (values["dry-run"] === true) return plan(call, installation, society);
  const begun = await beginErasure(database, society.id, { name: society.name, ...given, now });
  if (!begun.ok) {
    out.complain(erasureRefusals["export-outdated"](String(begun.facts.facts)));
    return 1;
  }
  await registry.refresh();
  const found = named(registry, society.code);
  if (!found || !("ending" in found)) throw new Error("an erasure that did not begin");
  return erase(call, installation, found.ending);
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  const [code, ...rest] = positionals;
  if (code === undefined || rest.length > 0 || typeof values.confirm !== "string") return 2;
  if (values.confirm !== code) {
    out.complain(erasureRefusals["confirm-other"](code));
    return 1;
  }
  const installation = await open();
  const found = named(installation.registry, code);
  if (!found) return noSuchSociety(out, code);
  if ("society" in found) return begin(call, installation, found.society);
  if (found.kind === "erased") return tell(call, found.ending);
  if (values["dry-run"] === true) {
    out.say(`${code} の消去は始まっています。もう一度 --dry-run なしで行うと、続きから消します。`);
    return 0;
  }
  return erase(call, installation, found.ending);
};

export const societyErase: Command = {
  name: "society erase",
  usage: "CODE --confirm CODE (--export DIR | --without-export --reason TEXT) [--dry-run]",
  summary: "Deletes all that a society owns and proves it; there is no way back.",
  options: {
    confirm: { type: "string" },
    export: { type: "string" },
    "without-export": { type: "boolean" },
    reason: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
