import { stateOf } from "../../../identity/inquiry/index.ts";
import { findPerson } from "../../../identity/reissue/index.ts";
import type { Refusal } from "../../../kernel/result.ts";
import type { Call, Command, ExitCode, Output } from "../../command.ts";
import { runOrigin } from "../../origin.ts";
import { noSuchSociety, refuseWith } from "../../output/problems.ts";
import { readLook } from "../order.ts";
import { unknown, usageOfAny } from "../refusals.ts";
import { sayState } from "./told.ts";

const refuseShow = (out: Output, refusal: Refusal): ExitCode => {
  const refused = refuseWith(out, { ...usageOfAny, ...unknown }, refusal);
  return refusal.code in usageOfAny ? 2 : refused;
};

const run = async (call: Call): Promise<ExitCode> => {
  const { out, open } = call;
  const asked = readLook(call);
  if (!asked.ok) return refuseShow(out, asked);
  const { code, whom, reason } = asked.value;
  const { database, registry, clock, secrets } = await open();
  const society = registry.byCode(code);
  if (!society) return noSuchSociety(out, code);
  const now = clock.now();
  const found = await findPerson(database, society, { whom, now });
  if (!found.ok) return refuseShow(out, found);
  const { member } = found.value;
  const looking = { society, memberId: member.id, secrets, reason, origin: runOrigin(now), now };
  const state = await database.inSociety(society.id, (tx) => stateOf(tx, looking));
  return sayState(out, { society, person: found.value, state, now });
};

export const showCommand: Command = {
  name: "accounts show",
  usage: "--society CODE (USER_ID | --member 記号/番号/枝番) [--reason TEXT]",
  summary:
    "How a member stands: registered or not, locks and until when, second factors, addresses, sessions, the last refused tries, letters and mails. That somebody looked is on record, and the member can see it.",
  options: {
    society: { type: "string" },
    member: { type: "string" },
    reason: { type: "string" },
  },
  run,
};
