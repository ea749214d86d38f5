import assert from "node:assert/strict";
import { type Row, rowsOf } from "../any-order/memory.ts";
import type { Seen } from "./oracle.ts";
import {
  type Attempt,
  accountNow,
  addressNow,
  factorsNow,
  isContent,
  isDemandedNow,
  isLocked,
  seedOf,
} from "./truth.ts";

// What a session must rest on, under today's policy.

const amrs: Readonly<Record<string, string>> = {
  totp: "otp",
  "mail-otp": "mail",
  passkey: "passkey",
  "recovery-codes": "recovery",
};

const isSpare = ({ method }: Row) => method === "recovery-codes";

/** What of a factor only its owner can have shown. */
const secretOf = ({ desk: { world } }: Seen, { id, method }: Row): string => {
  if (method === "totp") return seedOf(world, id) ?? "";
  if (method === "mail-otp") return "mail";
  if (method === "recovery-codes") return "codes";
  const passkeys = rowsOf(world.memory, "passkey");
  return String(passkeys.find((one) => one.factor_id === id)?.credential_id);
};

const enrolledIn = ({ desk, tables }: Seen): readonly Row[] =>
  factorsNow(desk.world).filter(({ id }) => !(tables.factor ?? []).some((one) => one.id === id));

/** Of what there was before, one was shown in this very attempt. */
const checkShown = (seen: Seen, attempt: Attempt) => {
  const before = seen.tables.factor ?? [];
  const { proved } = attempt;
  if (!proved)
    assert.ok(before.every(isSpare), "a session without any of the factors that there are");
  else
    assert.ok(
      before.some(({ id }) => id === proved.factorId),
      "a session by a factor that is there no more",
    );
};

const checkEnrolled = (seen: Seen, attempt: Attempt) => {
  const { world } = seen.desk;
  const { methods } = world.now.society.policy.secondFactor;
  const news = enrolledIn(seen);
  for (const one of news) {
    assert.ok(attempt.made.has(secretOf(seen, one)), `${one.method} that nobody showed`);
    const isAllowed = isSpare(one) || (methods as readonly unknown[]).includes(one.method);
    assert.ok(isAllowed, `${one.method} is not allowed`);
  }
  const [active] = news.filter((one) => !isSpare(one));
  if (active) assert.equal(accountNow(world).factor_method, active.method, "the active one");
  const person = rowsOf(world.memory, "member")[0];
  const hasCodes = attempt.hadCodes || factorsNow(world).some(isSpare);
  if (active && person?.is_mail_exempt) assert.ok(hasCodes, "neither a mailbox nor codes");
  return news;
};

const checkAmr = (attempt: Attempt, news: readonly Row[], session: Row) => {
  const shown = [attempt.proved?.method, news.find((one) => !isSpare(one))?.method];
  const all = shown.flatMap((method) => (method ? [amrs[String(method)]] : []));
  assert.deepEqual(session.amr, ["password", ...new Set(all)], "how its owner was known");
};

/** A session that this request began, if it did. */
export const checkSession = (seen: Seen): void => {
  const { world, truth, row } = seen.desk;
  const sessions = rowsOf(world.memory, "session").slice((seen.tables.session ?? []).length);
  const isComplete = seen.after.outcome === "complete";
  assert.equal(sessions.length, isComplete ? 1 : 0, "a session where the attempt is complete");
  const [session] = sessions;
  if (!session) {
    assert.deepEqual(enrolledIn(seen), [], "enrolled, and yet no session");
    return;
  }
  const attempt = truth.attempts.get(String(row.id));
  assert.ok(attempt, "an attempt that nobody began");
  assert.ok(!isLocked(truth, world.clock.now()), "a session while it is locked");
  assert.equal(attempt.password, truth.password, "a password that is another one now");
  if (attempt.address !== null) assert.equal(attempt.address, addressNow(world), "the address");
  checkShown(seen, attempt);
  const news = checkEnrolled(seen, attempt);
  assert.ok(!isDemandedNow(world) || isContent(world), "less than today's policy demands");
  checkAmr(attempt, news, session);
};
