import assert from "node:assert/strict";
import { termsOf } from "../../src/guidance/index.ts";
import { todayInTokyo } from "../../src/kernel/time.ts";
import { type Row, rowsOf } from "./memory.ts";
import { areAll, askedBy, doneIn, fold, type Seen } from "./truth.ts";
import { ids, person, takenId, type World } from "./world.ts";

// What an account must rest on, and never be, under today's policy.

const checkUserId = ({ world, truth, before }: Seen, account: Row) => {
  const { userId: rule, firstSignIn } = world.now.society.policy;
  const userId = String(account.user_id);
  const { userIds } = doneIn(truth, String(before.id));
  if (fold(userId) === fold(world.issuedId)) {
    const isFixed = firstSignIn.style === "new" && rule.changeable === "never";
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
  if (rule.atRegistration !== "optional") assert.notEqual(email, null, "no address");
  if (rule.atRegistration === "required-verified")
    assert.ok(email !== null && isReceived(email), "an address whose mail nobody received");
  if (account.email_confirmed_at !== null)
    assert.ok(email !== null && isReceived(email), "confirmed, and yet no mail was received");
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
  const consent = rowsOf(world.memory, "terms_consent").map(({ version }) => version);
  assert.deepEqual(consent, [done.agreed], "the consent on record");
  checkAddress(seen, account);
  checkUserId(seen, account);
  checkPassword(seen, account);
};

/** What must hold of the tables after whatever happened. */
export const checkTables = (
  world: World,
  before: { readonly accounts: readonly Row[]; readonly member: Row; readonly letter: Row },
): void => {
  const accounts = rowsOf(world.memory, "account");
  const mine = accounts.filter((row) => row.member_id === ids.member);
  assert.ok(mine.length <= 1, "two accounts of one member");
  for (const old of before.accounts) assert.ok(accounts.includes(old), "an account changed");
  if (accounts.length === before.accounts.length) return;
  const today = todayInTokyo(world.clock.now());
  const { lost_on: lostOn } = before.member;
  assert.ok(lostOn === null || String(lostOn) > today, "the cover has ended");
  assert.equal(before.letter.state, "active", "a letter that opens nothing any more");
};
