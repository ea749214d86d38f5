import {
  exemptionOf,
  judgeExemption,
  setExemption,
} from "../../../identity/mail-exemption/index.ts";
import { findPerson } from "../../../identity/reissue/index.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { Call, Command, ExitCode, Installation } from "../../command.ts";
import { runOrigin } from "../../origin.ts";
import { noSuchSociety } from "../../output/problems.ts";
import { type AskedOf, readAskedOf } from "../order.ts";
import { refuseExemption } from "./refusals.ts";
import { sayExemption, type Whose } from "./told.ts";

type Order = { readonly whose: Whose; readonly asked: AskedOf };

/** Judged and written in one transaction; a rehearsal only judges. */
const carryOut = (
  { database, clock }: Installation,
  { whose: { society, person, isEnding }, asked: { reason, isRehearsal } }: Order,
): Promise<Result<null>> =>
  database.inSociety(society.id, async (tx) => {
    const { member } = person;
    const given = await exemptionOf(tx, member.id);
    const refusal = judgeExemption({ policy: society.policy, member, given, isEnding });
    if (refusal) return refusal;
    if (isRehearsal) return ok(null);
    const now = clock.now();
    return setExemption(tx, {
      ...{ memberId: member.id, isEnding, reason, now },
      origin: runOrigin(now),
    });
  });

const run = async (call: Call): Promise<ExitCode> => {
  const { out, open, values } = call;
  const asked = readAskedOf(call);
  if (!asked.ok) return refuseExemption(out, asked);
  const { code, whom, isRehearsal } = asked.value;
  const installation = await open();
  const society = installation.registry.byCode(code);
  if (!society) return noSuchSociety(out, code);
  const now = installation.clock.now();
  const found = await findPerson(installation.database, society, { whom, now });
  if (!found.ok) return refuseExemption(out, found);
  const whose = { society, person: found.value, isEnding: values.end === true, isRehearsal };
  const done = await carryOut(installation, { whose, asked: asked.value });
  return done.ok ? sayExemption(out, whose) : refuseExemption(out, done);
};

export const exemptMailCommand: Command = {
  name: "accounts exempt-mail",
  usage: "--society CODE (USER_ID | --member 記号/番号/枝番) --reason TEXT [--end] [--dry-run]",
  summary:
    "Lets a member register without an e-mail address, or ends that (--end). The reason stays on record: put no personal data in it.",
  options: {
    society: { type: "string" },
    member: { type: "string" },
    reason: { type: "string" },
    end: { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
  run,
};
