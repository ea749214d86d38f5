import assert from "node:assert/strict";
import type { Typed } from "../../src/flow/index.ts";
import { later } from "../../src/kernel/time.ts";
import { type Row, rowsOf } from "../any-order/memory.ts";
import { codeMinutes } from "./dials.ts";
import { checkSession } from "./session.ts";
import { doneIn } from "./state.ts";
import { accountNow, isLocked } from "./truth.ts";
import type { Desk } from "./typing.ts";
import { enrolledBy, type Verdict } from "./verdict.ts";

// Watches each request: what it truly showed, and whether the portal was right to answer it so.

/** One request, with what there was before it. */
export type Seen = {
  /** `row` is the attempt's before the request. */
  readonly desk: Desk;
  readonly typed: Typed;
  readonly after: Row;
  /** What the answer was worth; judged before it was sent. */
  readonly verdict: Verdict;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

const minutesOf = (desk: Desk, nth: number): number => {
  const { release, minutes, latestHours } = policyOf(desk).lock;
  return release === "timed"
    ? Math.min(minutes * 2 ** (nth - 1), latestHours * 60)
    : latestHours * 60;
};

const seeMails = ({ desk, tables }: Seen) => {
  const { world, truth, row } = desk;
  const news = rowsOf(world.memory, "mail").slice((tables.mail ?? []).length);
  noteMails(desk, String(row.id), news);
  const locks = rowsOf(world.memory, "mail").filter(({ kind }) => kind === "factors/locked");
  const hasAddress = accountNow(world).email !== null;
  if (hasAddress) assert.equal(locks.length, truth.locks, "a lock is told once");
};

/** Mails with codes that just went. */
export const noteMails = (
  { world, truth }: Pick<Desk, "world" | "truth">,
  flowId: string,
  mails: readonly Row[],
): void => {
  for (const mail of mails.filter(({ kind }) => kind === "factors/code")) {
    const check = rowsOf(world.memory, "mail_check").find((one) => one.mail_id === mail.id);
    assert.equal(check?.flow_id, flowId, "a mail of another attempt");
    truth.mails.push({
      flowId,
      step: String(check?.step),
      to: String(mail.recipient),
      code: world.codes.at(-1) ?? "",
      until: later(world.clock.now(), { minutes: codeMinutes }),
      wrong: 0,
      isTaken: false,
    });
  }
};

const isPassed = ({ after }: Seen): boolean =>
  doneIn(after).includes("verify") || ["complete", "changed"].includes(String(after.outcome));

/** The question of a sign-in: what is right passes, and nothing else; what is wrong counts. */
const seeAnswer = (seen: Seen) => {
  const { desk, verdict, after } = seen;
  const { truth, world, row } = desk;
  if (isLocked(truth, world.clock.now())) {
    assert.ok(!isPassed(seen), "passed while it is locked");
    // What is no guess at all may be told first.
    const lock = accountNow(world).locked_at === null ? "factor-locked" : "account-locked";
    if (verdict.is !== "none") assert.equal(after.outcome, lock, "judged while locked");
    return;
  }
  // All taken away since: nobody could answer, and what then comes is judged where it ends.
  if ((seen.tables.factor ?? []).every(({ method }) => method === "recovery-codes")) return;
  assert.equal(isPassed(seen), verdict.is === "right", `an answer that is ${verdict.is}`);
  if (verdict.is === "none") return;
  verdict.use?.();
  if (verdict.is === "right") {
    const { factorId, method } = verdict;
    const attempt = truth.attempts.get(String(row.id));
    if (attempt) attempt.proved = { factorId, method };
    truth.wrong = 0;
    truth.lockedUntil = null;
    return;
  }
  truth.wrong += 1;
  truth.lockedUntil = null;
  const { factorTries } = policyOf(desk).lock;
  if (truth.wrong % factorTries !== 0) return;
  truth.locks += 1;
  const nth = truth.wrong / factorTries;
  truth.lockedUntil = later(world.clock.now(), { minutes: minutesOf(desk, nth) });
  assert.equal(after.outcome, "factor-locked", "one too many, and yet it goes on");
};

const policyOf = ({ world, row }: Desk) => {
  const version = Number(row.policy_version);
  const { society } = world.now;
  return version === society.version
    ? society.policy
    : (world.versions.get(version) ?? society.policy);
};

const seeEnrolment = ({ desk, typed }: Seen) => {
  const secret = enrolledBy(desk, typed);
  if (secret !== null) desk.truth.attempts.get(String(desk.row.id))?.made.add(secret);
};

/** A flow that is over, or a page that was answered already, changes nothing. */
const checkTimely = ({ desk, typed, after }: Seen) => {
  const { row, world } = desk;
  const isOver = row.outcome !== null || world.clock.now() >= String(row.expires_at);
  assert.ok(!isOver, "an attempt that is over changed");
  assert.equal(typed.turn, `${row.id}.${row.turn}`, "a page that was answered already");
  assert.equal(Number(after.turn), Number(row.turn) + 1, "one request, one turn");
};

const checkCount = ({ desk: { world, truth } }: Seen) => {
  const { factor_wrong: wrong, factor_locked_until: until } = accountNow(world);
  assert.equal(wrong, truth.wrong, "wrong ones in a row");
  assert.equal(until, truth.lockedUntil, "until when it is locked");
};

const quiet = ["account", "factor", "session", "mail", "totp_device", "recovery_codes"] as const;

export const see = (seen: Seen): void => {
  const { desk, after, tables } = seen;
  const { row, world, step } = desk;
  if (after.turn === row.turn) {
    for (const table of quiet)
      assert.equal(world.memory.tables[table], tables[table], `unanswered, and yet: ${table}`);
    return;
  }
  checkTimely(seen);
  if (step === "verify") seeAnswer(seen);
  else seeEnrolment(seen);
  seeMails(seen);
  checkCount(seen);
  checkSession(seen);
};
