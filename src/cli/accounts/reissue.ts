import { availableParallelism } from "node:os";
import type pg from "pg";
import { issuingPlaces, planLetters } from "../../identity/provisional/index.ts";
import {
  findPerson,
  type Person,
  refusalFor,
  reissueLetter,
} from "../../identity/reissue/index.ts";
import { refuse } from "../../kernel/result.ts";
import { todayInTokyo } from "../../kernel/time.ts";
import { openPasswords } from "../../platform/crypto/passwords.ts";
import type { Society } from "../../society/index.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../command.ts";
import { editionOf, fileOptions, intoFiles, judgeFor, pathOf } from "../credentials/files.ts";
import { runOrigin } from "../origin.ts";
import { noSuchSociety, refuseFile } from "../output/problems.ts";
import { type Asked, readAsked } from "./order.ts";
import { refuseReissue } from "./refusals.ts";
import { refuseUnprintable, sayPlanned, sayReissued, type Whose } from "./told.ts";

type Order = { readonly asked: Asked; readonly society: Society; readonly person: Person };
type Means = { readonly installation: Installation; readonly client: pg.Client };

const reissue = async (
  { installation, client }: Means,
  { asked, whose }: { readonly asked: Asked; readonly whose: Whose },
  out: Output,
): Promise<ExitCode> => {
  const { society, person, places, plan } = whose;
  const { database, clock, secrets } = installation;
  const edition = editionOf(installation, society);
  const reissued = await intoFiles({ places, edition }, (sink) => {
    const passwords = openPasswords({ lanes: availableParallelism(), places: issuingPlaces });
    const origin = runOrigin(clock.now());
    const { reason, resetsFactors } = asked;
    const order = { society, person, plan, sink, reason, resetsFactors, origin };
    return reissueLetter({ database, clock, secrets, passwords, client }, order);
  });
  return reissued.ok ? sayReissued(out, whose, reissued.value) : refuseReissue(out, reissued);
};

/** Who is no recipient, or cannot be printed, is known before anything is opened. */
const planFirst = async (means: Means, order: Order, out: Output): Promise<ExitCode> => {
  const { asked, society, person } = order;
  const wanted = { isOnlyNew: false, only: person.member.id, includesRegistered: true };
  const planned = await planLetters(
    { clock: means.installation.clock, client: means.client },
    { society, wanted, judge: judgeFor(asked.places), leavesOutUnprintable: false },
  );
  if (!planned.ok) return refuseReissue(out, planned);
  const plan = planned.value;
  if (plan.count === 0) return refuseReissue(out, refuse("nobody"));
  const { places, resetsFactors } = asked;
  const whose = { society, person, places, plan, resetsFactors };
  if (plan.findings.unprintable.total > 0) return refuseUnprintable(out, whose);
  return asked.isRehearsal ? sayPlanned(out, whose) : reissue(means, { asked, whose }, out);
};

const onConnection = async (installation: Installation, order: Order, out: Output) => {
  const client = await installation.copyConnection();
  try {
    return await planFirst({ installation, client }, order, out);
  } finally {
    await client.end();
  }
};

const run = async (call: Call): Promise<ExitCode> => {
  const { out, open } = call;
  const read = readAsked(call);
  if (!read.ok) return refuseReissue(out, read);
  const asked = read.value;
  const installation = await open();
  const society = installation.registry.byCode(asked.code);
  if (!society) return noSuchSociety(out, asked.code);
  const now = installation.clock.now();
  const found = await findPerson(installation.database, society, { whom: asked.whom, now });
  if (!found.ok) return refuseReissue(out, found);
  const refusal = refusalFor(found.value, todayInTokyo(now));
  if (refusal) return refuseReissue(out, refusal);
  try {
    return await onConnection(installation, { asked, society, person: found.value }, out);
  } catch (error) {
    const path = pathOf(error, asked.places);
    return refuseFile(out, error, { path, end: "前の通知はそのまま使えます。" });
  }
};

export const reissueCommand: Command = {
  name: "accounts reissue",
  usage:
    "--society CODE (USER_ID | --member 記号/番号/枝番) --reason TEXT [--reset-factors] [--pdf OUT.pdf] [--csv OUT.csv] [--dry-run]",
  summary:
    "Issues one member's letter anew; a registered one is signed out, and the old password stops. With --reset-factors what the member enrolled as second factors goes once the letter was used. The reason stays on record: put no personal data in it.",
  options: {
    society: { type: "string" },
    member: { type: "string" },
    reason: { type: "string" },
    "reset-factors": { type: "boolean" },
    ...fileOptions,
    "dry-run": { type: "boolean" },
  },
  run,
};
