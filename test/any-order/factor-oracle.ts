import assert from "node:assert/strict";
import { later } from "../../src/kernel/time.ts";
import {
  codeAt,
  type FormerMethod,
  formerCodes,
  idOfFormer,
  questionAt,
  seedAsked,
  stepAt,
} from "./factors.ts";
import { type Row, rowsOf } from "./memory.ts";
import { type Done, fold, type Seen, type Truth } from "./truth.ts";
import { ids, type World } from "./world.ts";

// What of 認証方法 was truly shown or enrolled, and what a session must rest on.

const isSpare = ({ method }: Row) => method === "recovery-codes";
const factorsIn = ({ memory }: World) =>
  rowsOf(memory, "factor").filter(({ account_id: id }) => id !== ids.other);

/** A code of an app: of the step now, or of one beside it, and of none before one that was taken. */
const isRightCode = ({ world, truth }: Seen, seed: string, typed: string): boolean => {
  const now = stepAt(world.clock.now());
  const last = truth.lastSteps.get(seed) ?? -1;
  const step = [now + 1, now, now - 1].find((one) => codeAt(seed, one) === typed);
  if (step === undefined || step <= last) return false;
  truth.lastSteps.set(seed, step);
  return true;
};

const isRightMail = ({ world, truth, typed, step, before }: Seen): string | null => {
  const flowId = String(before.id);
  const mail = truth.factorMails.findLast((one) => one.flowId === flowId && one.step === step);
  if (!mail || mail.isTaken || mail.wrong >= 5 || world.clock.now() >= mail.until) return null;
  if (typed.mailCode !== mail.code) {
    if (/^\d{6}$/.test(typed.mailCode ?? "")) mail.wrong += 1;
    return null;
  }
  mail.isTaken = true;
  return mail.to;
};

const isLocked = ({ world }: Seen): boolean => {
  const own = rowsOf(world.memory, "account").find(({ id }) => id === ids.own);
  const until = own?.factor_locked_until ?? null;
  return own?.locked_at !== null || (until !== null && world.clock.now() < String(until));
};

const seeVerify = (seen: Seen, done: Done) => {
  const { world, truth, typed, before } = seen;
  const { method } = questionAt(before, "verify") ?? { method: "" };
  const isThere = factorsIn(world).some((one) => one.method === method);
  if (typed.other !== undefined || !isThere || isLocked(seen)) return;
  if (
    method === "totp" &&
    isRightCode(seen, seedAsked(before, "verify") ?? "", typed.totpCode ?? "")
  )
    done.shown.add(method);
  if (method === "mail-otp" && typed.action !== "resend" && isRightMail(seen) !== null)
    done.shown.add(method);
  const code = formerCodes.find((one) => one === typed.recoveryCode);
  if (method === "recovery-codes" && code && !truth.usedCodes.has(code)) {
    truth.usedCodes.add(code);
    done.shown.add(method);
  }
};

const seeEnrol = (seen: Seen, done: Done) => {
  const { typed, before } = seen;
  const seed = seedAsked(before, "enrol");
  if (seed !== null && isRightCode(seen, seed, typed.totpCode ?? "")) done.made.add(seed);
  // The first code of a device counts as used only when it is enrolled.
  const question = questionAt(before, "enrol");
  if (question?.method !== "mail-otp" || typed.action === "resend") return;
  const to = isRightMail(seen);
  if (to !== null) done.made.add(`mail ${fold(to)}`);
};

/** A request that was answered: what it showed of what the account had, or of what is new. */
export const seeFactors = (seen: Seen, done: Done): void => {
  if (seen.step === "verify") seeVerify(seen, done);
  if (seen.step === "enrol") seeEnrol(seen, done);
  if (seen.step === "recovery-codes" && seen.typed.later === undefined) done.made.add("codes");
};

/** Codes by mail: after the identity check, and to nobody but who was there before. */
export const seeFactorMails = (seen: Seen, done: Done): void => {
  const { world, truth, before, newMails } = seen;
  const at = world.clock.now();
  for (const mail of newMails.filter(({ kind }) => kind === "factors/code")) {
    const to = String(mail.recipient);
    const check = rowsOf(world.memory, "mail_check").find((one) => one.mail_id === mail.id);
    const step = String(check?.step);
    assert.ok(done.isProved, "a code is mailed before the identity check");
    if (step === "verify")
      assert.equal(to, world.former?.email, "a code to who does not have the account");
    const until = later(at, { minutes: 10 });
    const code = world.codes.at(-1) ?? "";
    const flowId = String(before.id);
    truth.factorMails.push({ flowId, step, to, code, until, wrong: 0, isTaken: false });
  }
};

const checkFormer = ({ world, factors }: Seen, done: Done, old: readonly Row[]) => {
  if (world.former?.resets) {
    assert.deepEqual(old, [], "a factor that the letter takes away");
    return;
  }
  const lost = factors.filter(({ id }) => !old.some((one) => one.id === id));
  assert.deepEqual(lost, [], "a factor that nobody took away");
  if (old.every(isSpare)) return;
  const isShown = old.some(({ method }) => done.shown.has(String(method)));
  assert.ok(isShown, "the former account's factor was not asked");
};

const isProved = ({ world, truth }: Seen, done: Done, { id, method }: Row): boolean => {
  if (isSpare({ method })) return done.made.has("codes");
  if (method === "totp") {
    const device = rowsOf(world.memory, "totp_device").find((one) => one.factor_id === id);
    return done.made.has(String(device?.seed));
  }
  const account = rowsOf(world.memory, "account").find(({ member_id: of }) => of === ids.member);
  const address = fold(String(account?.email));
  return (
    account?.email_confirmed_at !== null &&
    (isReceived(truth, address) || done.made.has(`mail ${address}`))
  );
};

const isReceived = ({ flows }: Truth, address: string) =>
  [...flows.values()].some(({ received }) => received.has(address));

const amrs: Readonly<Record<string, string>> = {
  totp: "otp",
  "mail-otp": "mail",
  "recovery-codes": "recovery",
};

const checkSession = (
  world: World,
  { shown, news }: { shown: Set<string>; news: readonly Row[] },
) => {
  const amr = (rowsOf(world.memory, "session").at(-1)?.amr ?? []) as readonly string[];
  const [password, ...ways] = amr;
  assert.equal(password, "password", "a session without a password");
  const made = news.filter((one) => !isSpare(one)).map(({ method }) => amrs[String(method)]);
  const known = [...[...shown].map((method) => amrs[method]), ...made];
  for (const way of ways) assert.ok(known.includes(way), `a session that says ${way}`);
  for (const way of made)
    assert.ok(way && ways.includes(way), `a session that does not say ${way}`);
};

const formerIds = (["totp", "mail-otp", "recovery-codes"] satisfies FormerMethod[]).map(idOfFormer);

/** What the account and its session have, and by what right. */
export const checkFactors = (seen: Seen, account: Row): void => {
  const { world, truth, before } = seen;
  const { secondFactor } = world.now.society.policy;
  const done = truth.flows.get(String(before.id));
  assert.ok(done);
  const all = factorsIn(world);
  const old = all.filter(({ id }) => formerIds.some((one) => one === id));
  const news = all.filter((one) => !old.includes(one));
  checkFormer(seen, done, old);
  const isAllowed = ({ method }: Row) => secondFactor.methods.some((one) => one === method);
  for (const one of news) {
    assert.equal(one.account_id, account.id, "whose factor it is");
    assert.ok(isProved(seen, done, one), `${one.method} was enrolled without a proof`);
    assert.ok(isSpare(one) || isAllowed(one), `${one.method} is not allowed today`);
  }
  const isDemanded =
    secondFactor.demand === "required" && secondFactor.requiredOf.includes("insured-person");
  if (isDemanded)
    assert.ok(all.some(isAllowed), "a session without a factor that today's policy requires");
  const [made] = news.filter((one) => !isSpare(one));
  const isExempt = rowsOf(world.memory, "member")[0]?.is_mail_exempt === true;
  if (made && isExempt) assert.ok(all.some(isSpare), "no address, and no recovery codes");
  if (made) assert.equal(account.factor_method, made.method, "the active one");
  if (all.every(isSpare)) assert.equal(account.factor_method, null, "nothing is active");
  const isAsked = old.some((one) => !isSpare(one));
  const until = seen.accounts.find(({ id }) => id === account.id)?.factor_locked_until ?? null;
  const isOver = until === null || String(until) <= world.clock.now();
  if (isAsked) assert.ok(isOver, "an account that wrong factors locked");
  checkSession(world, { shown: done.shown, news });
};
