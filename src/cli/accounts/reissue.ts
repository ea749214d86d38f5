import { availableParallelism } from "node:os";
import type pg from "pg";
import { issuingPlaces, type Plan, planLetters } from "../../identity/provisional/index.ts";
import {
  findPerson,
  type Person,
  refusalFor,
  reissueLetter,
} from "../../identity/reissue/index.ts";
import { type Refusal, type Result, refuse } from "../../kernel/result.ts";
import { todayInTokyo } from "../../kernel/time.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile } from "../problems.ts";
import { type Asked, readAsked } from "./order.ts";
import { judgeFor, openFiles, unprintableIn } from "./paper.ts";
import { refusalText } from "./refusals.ts";
import { sayPlanned, sayReissued } from "./told.ts";

const refuseWith = (out: Output, refusal: Refusal, exit: 1 | 2 = 1): ExitCode => {
  const { code, facts } = refusal;
  const text = refusalText(refusal);
  out.complain(exit === 1 ? `${text}何も変わっていません。 [${code}]` : text);
  out.json({ ok: false, code, facts });
  return exit;
};

type Order = { readonly asked: Asked; readonly society: Society; readonly person: Person };
type Means = { readonly installation: Installation; readonly client: pg.Client };

/** Refuses also who is no recipient, and who cannot be printed. */
const planFor = async (
  { installation: { clock }, client }: Means,
  { asked, society, person }: Order,
): Promise<Result<Plan>> => {
  const wanted = { isOnlyNew: false, only: person.member.id, includesRegistered: true };
  const judge = await judgeFor(asked);
  const order = { society, wanted, judge, leavesOutUnprintable: false };
  const planned = await planLetters({ clock, client }, order);
  if (!planned.ok) return planned;
  if (planned.value.count === 0) return refuse("nobody");
  const found = unprintableIn(planned.value);
  return found === "" ? planned : refuse("unprintable", { found });
};

const reissue = async (means: Means, order: Order, out: Output): Promise<ExitCode> => {
  const { asked, society, person } = order;
  const planned = await planFor(means, order);
  if (!planned.ok) return refuseWith(out, planned);
  if (asked.isRehearsal) {
    sayPlanned(out, order);
    return 0;
  }
  const opened = await openFiles(means.installation, society, asked);
  if (!opened.ok) return refuseWith(out, opened);
  const { database, clock, secrets } = means.installation;
  const passwords = openPasswords({ lanes: availableParallelism(), places: issuingPlaces });
  const reissued = await reissueLetter(
    { database, clock, secrets, passwords, client: means.client },
    {
      society,
      person,
      plan: planned.value,
      sink: opened.value,
      reason: asked.reason,
      origin: runOrigin(clock.now()),
    },
  );
  if (!reissued.ok) return refuseWith(out, reissued);
  const files = [asked.pdf, asked.csv].filter((file) => file !== null);
  sayReissued(out, { society, person, reissued: reissued.value, files });
  return 0;
};

const onConnection = async (installation: Installation, order: Order, out: Output) => {
  const client = await installation.copyConnection();
  try {
    return await reissue({ installation, client }, order, out);
  } finally {
    await client.end();
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const { out, open } = call;
  const read = readAsked(call);
  if (!read.ok) return refuseWith(out, read.refusal, read.exit);
  const { asked } = read;
  const installation = await open();
  const society = installation.registry.byCode(asked.code);
  if (!society) return noSuchSociety(out, asked.code);
  const now = installation.clock.now();
  const found = await findPerson(installation.database, society, { whom: asked.whom, now });
  if (!found.ok) return refuseWith(out, found);
  const refusal = refusalFor(found.value, todayInTokyo(now));
  if (refusal) return refuseWith(out, refusal);
  try {
    return await onConnection(installation, { asked, society, person: found.value }, out);
  } catch (error) {
    const path = (error as NodeJS.ErrnoException).path ?? asked.pdf ?? asked.csv ?? "";
    return refuseFile(out, error, { path, end: "何も変わっていません。" });
  }
};

export const reissueCommand: Command = {
  name: "accounts reissue",
  usage:
    "--society CODE (USER_ID | --member 記号/番号/枝番) --reason TEXT [--pdf OUT.pdf] [--csv OUT.csv] [--dry-run]",
  summary:
    "Issues a new letter to one member; of a registered one sessions end and the password stops. The reason is kept on record: no personal data in it.",
  options: {
    society: { type: "string" },
    member: { type: "string" },
    reason: { type: "string" },
    pdf: { type: "string" },
    csv: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run,
};
