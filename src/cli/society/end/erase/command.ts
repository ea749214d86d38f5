import { type Refusal, refuse } from "../../../../kernel/result.ts";
import { asOwner, type Owner } from "../../../../platform/database/owner.ts";
import {
  beginErasure,
  countSociety,
  type Ending,
  eraseSociety,
  type Society,
} from "../../../../society/index.ts";
import type { Call, Command, ExitCode, Installation } from "../../../command.ts";
import { noSuchSociety, refuseWith } from "../../../output/problems.ts";
import { erasureRefusals } from "../refusals.ts";
import { named } from "../whose.ts";
import { basisOf } from "./basis.ts";

const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, one) => sum + one, 0);

const sayCounts = ({ out }: Call, counts: Readonly<Record<string, number>>) => {
  for (const [table, rows] of Object.entries(counts))
    if (rows > 0) out.say(`  ${table}  ${rows}件`);
};

/** What is left to prove it. */
const tell = (call: Call, ending: Ending): ExitCode => {
  const { code, erasedAt, deleted, auditFacts, auditSeal, auditRoot, exportSha256 } = ending;
  call.out.say(`${code} のデータはすべて消えました(${erasedAt})。件数は次のとおりです。`);
  sayCounts(call, deleted);
  const head = auditSeal === null ? "なし" : `${auditSeal} ${auditRoot}`;
  call.out.say(`監査記録は${auditFacts}件でした。その最後の番号とハッシュ: ${head}`);
  if (exportSha256) call.out.say(`書き出しの manifest.json のSHA-256: ${exportSha256}`);
  call.out.say(
    "この表示は、消去の証明として保管できます。バックアップには、その保存期間が終わるまで残ります。",
  );
  call.out.json({ ok: true, ...ending });
  return 0;
};

const refuseErasure = ({ out }: Call, refusal: Refusal): ExitCode =>
  refuseWith(out, erasureRefusals, refusal);

/** Audit facts and the tombstone are out of the app's reach: the app could be robbed of its role. */
const asItsOwner = async (
  call: Call,
  installation: Installation,
  work: (owner: Owner) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const { ownerConnection } = installation;
  if (!ownerConnection) return refuseErasure(call, refuse("no-owner"));
  const client = await ownerConnection();
  try {
    return await work(asOwner(client));
  } finally {
    await client.end();
  }
};

type Erasing = { readonly installation: Installation; readonly owner: Owner };

const erase = async (call: Call, { installation, owner }: Erasing, ending: Ending) => {
  const { database, clock, registry } = installation;
  const all = total(await countSociety(database, ending.id));
  let done = 0;
  const gone = (rows: number) => {
    done += rows;
    call.out.progress(ending.code, Math.min(done, all), all);
  };
  await eraseSociety(owner, ending.id, { now: clock.now, gone });
  await registry.refresh();
  const left = named(registry, ending.code);
  if (left?.kind !== "erased") throw new Error("an erased society without its tombstone");
  return tell(call, left.ending);
};

const plan = async (
  call: Call,
  { database }: Installation,
  { id, code }: Pick<Society, "id" | "code">,
) => {
  const counts = await countSociety(database, id);
  call.out.say(`${code} の次のデータを消します。まだ何も変わっていません。`);
  sayCounts(call, counts);
  call.out.json({ ok: true, dryRun: true, code, rows: counts });
  return 0 as const;
};

const begin = async (
  call: Call,
  installation: Installation,
  society: Society,
): Promise<ExitCode> => {
  const { clock, registry } = installation;
  const now = clock.now();
  const given = await basisOf(call, { id: society.id, now });
  if (given === null) return 2;
  if (!given.ok) return refuseErasure(call, given);
  if (call.values["dry-run"] === true) return plan(call, installation, society);
  return asItsOwner(call, installation, async (owner) => {
    const begun = await beginErasure(owner, society.id, {
      name: society.name,
      ...given.value,
      now,
    });
    if (!begun.ok)
      return refuseErasure(call, refuse("export-outdated", { count: begun.facts.facts ?? "" }));
    await registry.refresh();
    const found = named(registry, society.code);
    if (!found || !("ending" in found)) throw new Error("an erasure that did not begin");
    return erase(call, { installation, owner }, found.ending);
  });
};

/** Goes on where one was killed; of an erased one, with what somebody wrote since. */
const goOn = async (call: Call, installation: Installation, ending: Ending) => {
  const isErased = ending.erasedAt !== null;
  if (isErased && total(await countSociety(installation.database, ending.id)) === 0)
    return tell(call, ending);
  if (call.values["dry-run"] === true) {
    call.out.say("消去は始まっています。もう一度 --dry-run なしで行うと、続きから消します。");
    return plan(call, installation, ending);
  }
  return asItsOwner(call, installation, (owner) => erase(call, { installation, owner }, ending));
};

const run = async (call: Call): Promise<ExitCode> => {
  const { values, positionals, out, open } = call;
  const [code, ...rest] = positionals;
  if (code === undefined || rest.length > 0 || typeof values.confirm !== "string") return 2;
  if (values.confirm !== code)
    return refuseErasure(call, refuse("confirm-other", { society: code }));
  const installation = await open();
  const found = named(installation.registry, code);
  if (!found) return noSuchSociety(out, code);
  return "society" in found
    ? begin(call, installation, found.society)
    : goOn(call, installation, found.ending);
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
