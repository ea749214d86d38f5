import { type Witnessed, witnessChain } from "../../audit/index.ts";
import { resealFlows } from "../../flow/reseal/index.ts";
import { resealRecoveryCodes } from "../../identity/methods/recovery-codes/reseal/index.ts";
import { resealSeeds } from "../../identity/methods/totp/reseal/index.ts";
import { resealLetters } from "../../identity/provisional/index.ts";
import { resealMails } from "../../mail/reseal/index.ts";
import type { Resealed, Resealing } from "../../platform/crypto/reseal.ts";
import type { Society } from "../../society/index.ts";
import { problemLine } from "../audit/words.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { operatorDid } from "../origin.ts";

type Sealing = {
  readonly reseal: (resealing: Resealing) => Promise<Resealed>;
  readonly told: (count: number) => string;
};

/** Everything that rows keep sealed, by what the record and the JSON call it. */
const sealings = {
  mails: { reseal: resealMails, told: (count) => `メール${count}通` },
  flows: { reseal: resealFlows, told: (count) => `手続き${count}件` },
  // portions of letters that can still be fetched
  letters: { reseal: resealLetters, told: (count) => `通知${count}組` },
  recoveryCodes: { reseal: resealRecoveryCodes, told: (count) => `リカバリーコード${count}組` },
  authenticators: { reseal: resealSeeds, told: (count) => `認証アプリ${count}台` },
} as const satisfies Readonly<Record<string, Sealing>>;

type Name = keyof typeof sealings;
const names = Object.keys(sealings) as readonly Name[];

type Done = {
  readonly society: Society;
  readonly sealed: Readonly<Record<Name, Resealed>>;
  readonly chain: Witnessed;
};

const sumOf = (sealed: Done["sealed"], what: keyof Resealed): number =>
  names.reduce((sum, name) => sum + sealed[name][what], 0);

/** Nothing resealed, nothing to tell: a second run changes nothing. */
const record = async (installation: Installation, { society, sealed, chain }: Done) => {
  if (sumOf(sealed, "resealed") === 0 && chain.kind !== "witnessed") return;
  const details = Object.fromEntries(names.map((name) => [name, sealed[name].resealed]));
  await operatorDid(installation, society.id, { action: "secrets.resealed", details });
};

const resealOne = async (
  installation: Installation,
  { society, isRehearsal }: { readonly society: Society; readonly isRehearsal: boolean },
): Promise<Done> => {
  const { database, secrets } = installation;
  const resealing = { database, secrets, society: society.id, isRehearsal };
  const sealed: [Name, Resealed][] = [];
  for (const name of names) sealed.push([name, await sealings[name].reseal(resealing)]);
  const done = {
    society,
    sealed: Object.fromEntries(sealed) as Done["sealed"],
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

const tell = (out: Output, { society, sealed, chain }: Done) => {
  const counts = names.map((name) => sealings[name].told(sealed[name].resealed)).join("、");
  out.say(`${society.code}: ${counts}、${chainWords[chain.kind]}。`);
  const unreadable = sumOf(sealed, "unreadable");
  if (unreadable > 0)
    out.complain(
      `${society.code}: どの鍵でも開けないものが${unreadable}件あり、そのままにしました。`,
    );
  if (chain.kind === "wrong")
    for (const problem of chain.report.problems.first)
      out.complain(problemLine(society.code, problem));
};

const isLeft = ({ sealed, chain }: Done) =>
  sumOf(sealed, "unreadable") > 0 || chain.kind === "wrong" || chain.kind === "due";

const jsonOf = ({ society, sealed, chain }: Done) => ({
  society: society.id,
  code: society.code,
  ...sealed,
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
