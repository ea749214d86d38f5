import assert from "node:assert/strict";
import { termsOf } from "../../src/guidance/index.ts";
import { todayInTokyo } from "../../src/kernel/time.ts";
import { checkFactors } from "./factor-oracle.ts";
import { type Row, rowsOf } from "./memory.ts";
import { areAll, askedBy, doneIn, fold, type Seen } from "./truth.ts";
import { ids, person, takenId, type World } from "./world.ts";

// What an account must rest on, and never be, under today's policy.

/** One user ID leads to an account, and an issued one that it is not still leads to its letter. */
const checkLogins = ({ memory, issuedId }: World, account: Row) => {
  const logins = rowsOf(memory, "login_directory");
  const own = logins.filter((row) => row.target_id === account.id).map((row) => row.login_key);
  assert.deepEqual(own, [fold(String(account.user_id))], "what leads to the account");
  const letters = logins.find((row) => row.login_key === fold(issuedId));
  assert.ok(letters, "the letter's ID leads nowhere");
};

const checkUserId = ({ world, truth, before }: Seen, account: Row) => {
  const { userId: rule, firstSignIn } = world.now.society.policy;
  const userId = String(account.user_id);
  const { userIds } = doneIn(truth, String(before.id));
  const isFixed = firstSignIn.style === "new" && rule.changeable === "never";
  checkLogins(world, account);
  // What somebody has stays theirs, whatever is asked of those who choose.
  if (world.former && fold(userId) === fold(world.former.userId)) return;
  assert.ok(!world.former || !isFixed, "a user ID that nobody chooses, and yet another one");
  if (fold(userId) === fold(world.issuedId)) {
    assert.ok(rule.issuedMayStay || isFixed, "the issued ID may not stay");
    return;
  }
  assert.ok(userIds.has(fold(userId)), "a user ID that nobody typed");
  assert.notEqual(fold(userId), takenId, "the user ID of somebody else");
  const owner = rowsOf(world.memory, "login_directory").filter(
    (row) => row.login_key === fold(userId),
  );
  assert.deepEqual(
    owner.map((row) => row.target_id),
    [account.id],
    "whose user ID it is",
  );
  const plain = [...userId].filter((one) => !rule.symbols.includes(one)).join("");
  assert.match(plain, /^[A-Za-z0-9]*$/, "characters of the user ID");
  const length = userId.length;
  assert.ok(length >= rule.minLength && length <= rule.maxLength, "length of the user ID");
  if (/^\d+$/.test(userId)) assert.ok(length <= rule.digitsOnlyMaxLength, "a user ID of digits");
};

const checkPassword = ({ world, truth, before }: Seen, account: Row) => {
  const { password: rule } = world.now.society.policy;
  const typed = String(account.password_hash).replace(/^hash of /, "");
  assert.ok(
    doneIn(truth, String(before.id)).passwords.has(typed),
    "a password that nobody typed twice",
  );
  const text = typed.normalize("NFKC");
  const length = [...text].length;
  assert.ok(length >= rule.minLength && length <= rule.maxLength, "length of the password");
  if (rule.characters === "ascii") assert.match(text, /^[!-~]+$/, "a password in ASCII");
  if (rule.needs.includes("letter")) assert.match(text, /\p{L}/u, "a password with a letter");
  if (rule.needs.includes("digit")) assert.match(text, /\d/, "a password with a digit");
  const bare = (one: string) => fold(one).replace(/[\s-]/g, "");
  assert.notEqual(bare(typed), bare(person.printedPassword), "the provisional password");
  assert.notEqual(fold(typed), fold(String(account.user_id)), "the user ID as password");
  assert.notEqual(fold(typed), fold(world.issuedId), "the issued ID as password");
  assert.ok(!text.includes("19790822"), "the birth date in the password");
};

const checkAddress = ({ world, truth, before }: Seen, account: Row) => {
  const { email: rule } = world.now.society.policy;
  const done = doneIn(truth, String(before.id));
  const email = account.email === null ? null : String(account.email);
  const own = [...done.received];
  const ofLetter = [...truth.flows.values()].flatMap(({ received }) => [...received]);
  // Of a password that may be guessed, what another browser proved says nothing of this one.
  const received = world.isWeak ? own : ofLetter;
  const isReceived = (one: string) => received.includes(one.toLowerCase());
  assert.ok(done.emails.has(email), "an address that nobody typed");
  const isExempt = rowsOf(world.memory, "member")[0]?.is_mail_exempt === true;
  const isNeeded = rule.atRegistration !== "optional" && !isExempt;
  if (isNeeded) assert.notEqual(email, null, "no address");
  if (rule.atRegistration === "required-verified" && (isNeeded || email !== null))
    assert.ok(email !== null && isReceived(email), "an address whose mail nobody received");
  const { former } = world;
  const wasConfirmed =
    former?.isConfirmed === true && email !== null && fold(email) === fold(former.email ?? "");
  if (account.email_confirmed_at !== null)
    assert.ok(
      email !== null && (wasConfirmed || isReceived(email)),
      "confirmed, and yet no mail was received",
    );
  const onFile = rowsOf(world.memory, "member")[0]?.email;
  if (world.isWeak && typeof onFile === "string")
    assert.ok(isReceived(onFile), "a guessable password, and the address on file not asked");
};

export const checkAccount = (seen: Seen, account: Row) => {
  const { world, truth, before, isElsewhere } = seen;
  const { society } = world.now;
  const done = doneIn(truth, String(before.id));
  const asked = askedBy(society.policy, world.isWeak);
  assert.ok(!isElsewhere, "completed from elsewhere");
  assert.equal(before.outcome, null, "completed twice");
  assert.ok(
    done.proofs.some((right) => areAll(asked, right)),
    `not proved: ${asked.join()}`,
  );
  assert.equal(done.agreed, termsOf(society).version, "terms that were not agreed to");
  const consents = rowsOf(world.memory, "terms_consent").map(({ version }) => version);
  const earlier = world.former ? ["common-1"] : [];
  assert.deepEqual(consents, [...new Set([...earlier, done.agreed])], "the consent on record");
  checkAddress(seen, account);
  checkUserId(seen, account);
  checkPassword(seen, account);
  checkFactors(seen, account);
};

/** Only the letter that it waits for makes an account another one, and the same person's. */
const checkRenewed = (old: Row, renewed: Row) => {
  assert.equal(old.awaits_letter, ids.letter, "a letter that the account does not wait for");
  assert.equal(old.locked_at, null, "an account that staff locked");
  assert.equal(renewed.member_id, old.member_id, "whose account it is");
  assert.equal(renewed.awaits_letter, null, "renewed, and yet it waits");
};

/** Wrong second factors count on an account that is not another one by that. */
const isSame = (old: Row, row: Row): boolean => {
  const { factor_wrong: _, factor_locked_until: __, ...kept } = row;
  return Object.entries(kept).every(([name, value]) => old[name] === value);
};

/** What must hold of the tables after whatever happened. */
export const checkTables = (
  world: World,
  before: { readonly accounts: readonly Row[]; readonly member: Row; readonly letter: Row },
): void => {
  const accounts = rowsOf(world.memory, "account");
  const mine = accounts.filter((row) => row.member_id === ids.member);
  assert.ok(mine.length <= 1, "two accounts of one member");
  const changed = accounts.filter((row) => !before.accounts.some((old) => isSame(old, row)));
  const gone = before.accounts.filter((old) => !accounts.some(({ id }) => id === old.id));
  assert.deepEqual(gone, [], "an account is gone");
  if (changed.length === 0) return;
  for (const account of changed) {
    const old = before.accounts.find(({ id }) => id === account.id);
    if (old) checkRenewed(old, account);
  }
  const today = todayInTokyo(world.clock.now());
  const { lost_on: lostOn } = before.member;
  assert.ok(lostOn === null || String(lostOn) > today, "the cover has ended");
  assert.equal(before.letter.state, "active", "a letter that opens nothing any more");
};
