import { type Witnessed, witnessChain } from "../audit/index.ts";
import { resealFlows } from "../flow/reseal/index.ts";
import { resealLetters } from "../identity/provisional/index.ts";
import { resealMails } from "../mail/reseal/index.ts";
import type { Resealed } from "../platform/crypto/reseal.ts";
import type { Society } from "../society/index.ts";
import { problemLine } from "./audit/words.ts";
import type { Call, Command, ExitCode, Installation, Output } from "./command.ts";
import { operatorDid } from "./origin.ts";

type Done = {
  readonly society: Society;
  readonly mails: Resealed;
  readonly flows: Resealed;
  /** Portions of letters that can still be fetched. */
  readonly letters: Resealed;
  readonly chain: Witnessed;
};

/** Nothing resealed, nothing to tell: a second run changes nothing. */
const record = async (
  installation: Installation,
  { society, mails, flows, letters, chain }: Done,
) => {
  if (mails.resealed + flows.resealed + letters.resealed === 0 && chain.kind !== "witnessed")
    return;
  const details = {
    mails: mails.resealed,
    flows: flows.resealed,
    letters: letters.resealed,
  };
  await operatorDid(installation, society.id, { action: "secrets.resealed", details });
};

const resealOne = async (
  installation: Installation,
  { society, isRehearsal }: { readonly society: Society; readonly isRehearsal: boolean },
): Promise<Done> => {
  const { database, secrets } = installation;
  const resealing = { database, secrets, society: society.id, isRehearsal };
  const done = {
    society,
    mails: await resealMails(resealing),
    flows: await resealFlows(resealing),
    letters: await resealLetters(resealing),
    chain: await witnessChain(installation, society.id, { isRehearsal }),
  };
  if (!isRehearsal) await record(installation, done);
  return done;
};

const chainWords: Readonly<Record<Witnessed["kind"], string>> = {
  current: "監査記録は今の鍵で確かめられます",
  witnessed: "監査記録を確かめ、今の鍵の封を加えました",
  due: "監査記録に今の鍵の封を加えます",
  wrong: "監査記録に誤りがあります",
};

const tell = (out: Output, { society, mails, flows, letters, chain }: Done) => {
  const counts = `メール${mails.resealed}通、手続き${flows.resealed}件、通知${letters.resealed}組`;
  out.say(`${society.code}: ${counts}、${chainWords[chain.kind]}。`);
  const unreadable = mails.unreadable + flows.unreadable + letters.unreadable;
  if (unreadable > 0)
    out.complain(
      `${society.code}: どの鍵でも開けないものが${unreadable}件あり、そのままにしました。`,
    );
  if (chain.kind === "wrong")
    for (const problem of chain.report.problems.first)
      out.complain(problemLine(society.code, problem));
};

const isLeft = ({ mails, flows, letters, chain }: Done) =>
  mails.unreadable + flows.unreadable + letters.unreadable > 0 ||
  chain.kind === "wrong" ||
  chain.kind === "due";

const jsonOf = ({ society, mails, flows, letters, chain }: Done) => ({
  society: society.id,
  code: society.code,
  mails,
  flows,
  letters,
  chain: chain.kind,
  problems: chain.kind === "wrong" ? chain.report.problems : { first: [], total: 0 },
});

type Outcome = {
  readonly done: readonly Done[];
  readonly isRehearsal: boolean;
  /** KENPO_SECRET_PREVIOUS is given. */
  readonly hasPrevious: boolean;
};

const removable =
  "開いたままの画面や、遅れて戻るメールがなくなる1週間後に、KENPO_SECRET_PREVIOUS を外せます。控えとして audit verify --json の出力も残してください。";

const conclude = (out: Output, { done, isRehearsal, hasPrevious }: Outcome): ExitCode => {
  const left = done.filter(isLeft).map(({ society }) => society.code);
  const isOver = !isRehearsal && left.length === 0;
  if (isRehearsal) out.say("まだ何も変わっていません。");
  else if (isOver) out.say(`前の鍵で封じたものは残っていません。${hasPrevious ? removable : ""}`);
  else
    out.complain(
      `前の鍵で封じたものが残っています(${left.join(", ")})。KENPO_SECRET_PREVIOUS はまだ外せません。`,
    );
  out.json({ ok: isRehearsal || isOver, dryRun: isRehearsal, societies: done.map(jsonOf) });
  return isRehearsal || isOver ? 0 : 1;
};

const run = async ({ values, positionals, out, open }: Call): Promise<ExitCode> => {
  if (positionals.length > 0) return 2;
  const installation = await open();
  const isRehearsal = values["dry-run"] === true;
  const done: Done[] = [];
  const { registry } = installation;
  for (const society of [...registry.all(), ...registry.closed()]) {
    const one = await resealOne(installation, { society, isRehearsal });
    tell(out, one);
    done.push(one);
  }
  return conclude(out, { done, isRehearsal, hasPrevious: installation.secrets.keyIds.length > 1 });
};

export const secretCommands: readonly Command[] = [
  {
    name: "secrets reseal",
    usage: "[--dry-run]",
    summary: "After a change of KENPO_SECRET: seals anew what the earlier one sealed.",
    options: { "dry-run": { type: "boolean" } },
    run,
  },
];
