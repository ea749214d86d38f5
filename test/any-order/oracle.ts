import assert from "node:assert/strict";
import type { Typed } from "../../src/flow/index.ts";
import { termsOf } from "../../src/guidance/index.ts";
import { later } from "../../src/kernel/time.ts";
import type { Policy } from "../../src/society/policy/policy.ts";
import { checkAccount } from "./account.ts";
import { seeFactorMails, seeFactors } from "./factor-oracle.ts";
import { rowsOf } from "./memory.ts";
import {
  areAll,
  askedBy,
  type Done,
  doneIn,
  fold,
  newestOf,
  type Seen,
  wantedIn,
} from "./truth.ts";
import { ids, person, type World } from "./world.ts";

// Watches each request: what it truly proved, and whether the portal was right to answer it.

const rightBirthDates = ["1979-08-22", "19790822", "昭和54年8月22日", "１９７９０８２２"];

const rightFields = ({ birthDate = "", insurerNumber = "" }: Typed): readonly string[] => [
  ...(rightBirthDates.includes(birthDate) ? ["birth-date"] : []),
  ...(insurerNumber === person.insurerNumber ? ["insurer-number"] : []),
];

/** Another than the right one, and yet no slip of the pen. */
const isReadable = (field: string, { birthDate = "", insurerNumber = "" }: Typed) =>
  field === "birth-date" ? birthDate.length >= 8 : insurerNumber.length === 8;

/** Then nothing that is typed is looked at any more. */
const hasFailedTooOften = ({ memory }: World) => rowsOf(memory, "failed_try").length >= 30;

const policyOf = ({ world, before }: Seen): Policy => {
  const version = Number(before.policy_version);
  const { society } = world.now;
  return version === society.version ? society.policy : (world.versions.get(version) as Policy);
};

/** To the terms that the page showed. */
const agrees = ({ world, typed }: Seen) =>
  typed.terms === "agree" && typed.edition === termsOf(world.now.society).version;

const seeIdentity = (seen: Seen, done: Done) => {
  const { world, typed, after } = seen;
  const policy = policyOf(seen);
  const isClassic = policy.firstSignIn.style === "classic";
  const isAgreed = agrees(seen);
  if (isClassic && isAgreed) done.agreed = termsOf(world.now.society).version;
  const right = rightFields(typed);
  const asked = askedBy(policy, world.isWeak);
  done.proofs.push(right);
  if (areAll(asked, right)) {
    done.isProved = true;
    done.wrongInARow = 0;
    return;
  }
  const isTry = asked.every((field) => isReadable(field, typed)) && !hasFailedTooOften(world);
  if (!isTry || (isClassic && !isAgreed)) return;
  done.wrongInARow += 1;
  if (done.wrongInARow >= policy.firstSignIn.proofTries)
    assert.notEqual(after.outcome, null, "too many wrong identity checks end the flow");
};

const seeCheck = ({ world, truth, step, typed, before }: Seen, done: Done) => {
  const now = world.clock.now();
  const flowId = String(before.id);
  if (typed.token) {
    const mail = truth.mails.find(({ token }) => token === typed.token);
    if (mail?.flowId === flowId && now < mail.linkUntil) done.received.add(mail.to.toLowerCase());
    return;
  }
  const newest = newestOf(truth, flowId, step, wantedIn(before, step));
  if (typed.action === "resend" || !newest || now >= newest.codeUntil) return;
  if (typed.code !== newest.code) {
    // A code that is used up is not judged any more.
    if (newest.wrong < 5 && /^\d{6}$/.test(typed.code ?? "")) newest.wrong += 1;
    return;
  }
  const wrong = truth.mails.reduce((sum, mail) => sum + mail.wrong, 0);
  // Five of one mail, thirty of a letter.
  if (newest.wrong < 5 && wrong < 30) done.received.add(newest.to.toLowerCase());
};

const seeMails = (seen: Seen) => {
  const { world, truth, step, before, newMails } = seen;
  const { recovery } = policyOf(seen);
  const at = world.clock.now();
  for (const mail of newMails.filter(({ kind }) => String(kind).startsWith("address/check"))) {
    const { text } = JSON.parse(String(mail.body)) as { text: string };
    const sentFor = step.startsWith("file-address") ? "file-address-check" : "address-check";
    const isSoon = truth.mails.some(
      (one) => fold(one.to) === fold(String(mail.recipient)) && later(one.at, { seconds: 60 }) > at,
    );
    assert.ok(!isSoon, "two mails to one address within a minute");
    const today = truth.mails.filter((one) => later(one.at, { hours: 24 }) > at);
    assert.ok(today.length < 10, "more than ten mails a day");
    truth.mails.push({
      flowId: String(before.id),
      step: sentFor,
      to: String(mail.recipient),
      code: world.codes.at(-1) ?? "",
      token: /\/check-address\/([\w-]+)/.exec(text)?.[1] ?? "",
      at,
      codeUntil: later(at, { minutes: recovery.codeLifetimeMinutes }),
      linkUntil: later(at, { minutes: recovery.linkLifetimeMinutes }),
      wrong: 0,
    });
  }
};

/** A request that was answered: what it proved, said and chose. */
const seeAnswered = (seen: Seen) => {
  const { world, truth, step, typed, before, newMails } = seen;
  const done = doneIn(truth, String(before.id));
  if (step === "identity") seeIdentity(seen, done);
  else assert.ok(done.isProved, `${step} was answered before the identity check`);
  seeFactors(seen, done);
  if (step === "terms" && agrees(seen)) done.agreed = termsOf(world.now.society).version;
  if (step.endsWith("address-check")) seeCheck(seen, done);
  if (step === "details" || step === "address") done.emails.add(typed.email || null);
  if (step === "details" || step === "user-id") done.userIds.add(fold((typed.userId ?? "").trim()));
  if (typed.password && typed.password === typed.passwordAgain) done.passwords.add(typed.password);
  if (newMails.length > 0) seeMails(seen);
  if (newMails.length > 0) seeFactorMails(seen, done);
};

const isAnswered = ({ before, after }: Seen) => after.turn !== before.turn;

/** A flow that is over, or a page that was answered already, changes nothing. */
const checkTimely = (seen: Seen) => {
  const { world, typed, isElsewhere, before } = seen;
  const turn = `${before.id}.${before.turn}`;
  const isOver = before.outcome !== null || world.clock.now() >= String(before.expires_at);
  assert.ok(!isOver, "a flow that is over changed");
  assert.ok(
    isElsewhere || typed.turn === turn,
    "a page that was answered already changed the flow",
  );
  assert.equal(Number(seen.after.turn), Number(before.turn) + 1, "one request, one turn");
};

export const see = (seen: Seen): void => {
  if (!isAnswered(seen)) {
    assert.equal(seen.after, seen.before, "unanswered, and yet another row");
    assert.equal(seen.newMails.length, 0, "unanswered, and yet a mail");
    return;
  }
  checkTimely(seen);
  seeAnswered(seen);
  const account = rowsOf(seen.world.memory, "account").find(
    ({ member_id: memberId }) => memberId === ids.member,
  );
  if (seen.after.outcome === "complete" && account) checkAccount(seen, account);
};
