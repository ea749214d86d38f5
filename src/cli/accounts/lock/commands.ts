import { findPerson } from "../../../identity/reissue/index.ts";
import { lockAccount, type Order, unlockMember } from "../../../identity/staff-lock/index.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Tx } from "../../../platform/database/types.ts";
import type { Call, Command, ExitCode, Installation, Output } from "../../command.ts";
import { runOrigin } from "../../origin.ts";
import { noSuchSociety } from "../../output/problems.ts";
import { type AskedOf, readAskedOf } from "../order.ts";
import { refuseLock } from "./refusals.ts";
import { sayLocked, sayUnlocked, type Whose } from "./told.ts";

/** One of the two: what its transaction does, and how that is told. */
type Deed<Done> = {
  readonly act: (tx: Tx, order: Order) => Promise<Result<Done>>;
  readonly say: (out: Output, whose: Whose, done: Done) => ExitCode;
};

/** A rehearsal does all of it, and takes it back: what it tells is what would happen. */
const rolledBack = new Error("a rehearsal");

type Doing = {
  readonly whose: Whose;
  readonly asked: Pick<AskedOf, "reason" | "isRehearsal">;
  readonly tellsOwner: boolean;
};

const carryOut = async <Done>(
  { database, clock, secrets }: Installation,
  { act }: Deed<Done>,
  { whose: { society, person }, asked, tellsOwner }: Doing,
): Promise<Result<Done>> => {
  const now = clock.now();
  const { reason, isRehearsal } = asked;
  const origin = runOrigin(now);
  const order = { society, member: person.member, reason, tellsOwner, secrets, origin, now };
  let done: Result<Done> | undefined;
  try {
    await database.inSociety(society.id, async (tx) => {
      done = await act(tx, order);
      if (isRehearsal) throw rolledBack;
    });
  } catch (error) {
    if (error !== rolledBack) throw error;
  }
  if (!done) throw new Error("a transaction that came to nothing");
  return done;
};

const running =
  <Done>(deed: Deed<Done>) =>
  async (call: Call): Promise<ExitCode> => {
    const { out, open, values } = call;
    const asked = readAskedOf(call);
    if (!asked.ok) return refuseLock(out, asked);
    const { code, whom, isRehearsal } = asked.value;
    const installation = await open();
    const society = installation.registry.byCode(code);
    if (!society) return noSuchSociety(out, code);
    const now = installation.clock.now();
    const found = await findPerson(installation.database, society, { whom, now });
    if (!found.ok) return refuseLock(out, found);
    const whose = { society, person: found.value, isRehearsal };
    const tellsOwner = values["no-mail"] !== true;
    const done = await carryOut(installation, deed, { whose, asked: asked.value, tellsOwner });
    return done.ok ? deed.say(out, whose, done.value) : refuseLock(out, done);
  };

const alike = {
  usage: "--society CODE (USER_ID | --member 記号/番号/枝番) --reason TEXT [--no-mail] [--dry-run]",
  options: {
    society: { type: "string" },
    member: { type: "string" },
    reason: { type: "string" },
    "no-mail": { type: "boolean" },
    "dry-run": { type: "boolean" },
  },
} as const;

export const lockCommand: Command = {
  ...alike,
  name: "accounts lock",
  summary:
    "Locks an account: every session ends, nobody signs in to it, and nothing but `accounts unlock` opens it again. The owner is mailed, unless --no-mail. The reason stays on record: put no personal data in it.",
  run: running({ act: lockAccount, say: sayLocked }),
};

export const unlockCommand: Command = {
  ...alike,
  name: "accounts unlock",
  summary:
    "Lifts whatever locks a member: wrong passwords, wrong second factors, a lock by staff. The owner is mailed, unless --no-mail. The reason stays on record: put no personal data in it.",
  run: running({ act: unlockMember, say: sayUnlocked }),
};
