import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  type Authenticator,
  type Forgery,
  softwareAuthenticator,
} from "../../../../test/authenticators/passkey.ts";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { addTwoSocieties, ours, sharedEntrance, theirs } from "../../../../test/two-societies.ts";
import {
  type AccountId,
  asId,
  type FactorId,
  type MemberId,
  type SocietyId,
} from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { sampleRegistry } from "../../../society/index.ts";
import type { View } from "../../../ui/index.ts";
import type { Made, Place } from "../method.ts";
import { deleteFactor, factorsOf, insertFactor } from "../store.ts";
import { passkeyMethod } from "./index.ts";
import type { Asked } from "./question.ts";
import {
  forgetCredential,
  insertPasskey,
  notePasskeyUsed,
  passkeyNamed,
  passkeysOf,
} from "./store.ts";

// Both doors against real rows, opened as the steps of a flow open them, and answered by an
// authenticator in software.

const start = "2026-11-20T01:32:40.000Z" as Instant;
const origin = "http://localhost:3000";
const rpId = "localhost";
const id = <K extends string>(n: number) =>
  asId<K>(`00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const [hanako, taro] = [id<"account">(12) as AccountId, id<"account">(22) as AccountId];
const factorIds = [1, 2, 3].map((n) => id<"factor">(100 + n) as FactorId);
const [first, second, taros] = factorIds as [FactorId, FactorId, FactorId];
const method = passkeyMethod({
  secrets: openSecrets(Buffer.alloc(32, 9)),
  mailDomainOf: () => "mail.example.jp",
});
const registry = sampleRegistry(origin);
const society = { ...registry.byCode("hikari"), id: ours } as Place["scene"]["society"];
const shared = registry.entranceAt("localhost:3000");
assert.ok(shared);
const entrance = { ...shared, id: sharedEntrance };
const view = { lang: "ja", formToken: "-" } as View;
const android = "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36";

let database: TestDatabase;
const as = <T>(whose: SocietyId, work: (tx: Tx) => Promise<T>) =>
  database.app.inSociety(whose, work);
const inOurs = <T>(work: (tx: Tx) => Promise<T>) => as(ours, work);

const addAccount = async (tx: Tx, account: AccountId, n: number) => {
  const member = id<"member">(n) as MemberId;
  tx.write(sql`
    insert into member (society_id, id, symbol, member_number, branch_number, symbol_key,
      number_key, name, name_kana, name_key, kana_key, born_on, relationship, acquired_on,
      created_at, changed_at)
    values (${ours}, ${member}, '10', ${`${n}`}, '00', '10', ${`${n}`}, '佐藤　花子',
      'サトウ ハナコ', '佐藤花子', 'サトウハナコ', '1979-08-22', '本人', '2020-04-01', ${start},
      ${start})`);
  tx.write(sql`
    insert into account (society_id, id, member_id, entrance_id, user_id, password_hash,
      password_changed_at, wants_update_mails, language, registered_at)
    values (${ours}, ${account}, ${member}, ${sharedEntrance}, ${`user-${n}`}, '-', ${start},
      false, 'ja', ${start})`);
};

before(async () => {
  database = await testDatabase();
  await addTwoSocieties(database);
  await inOurs(async (tx) => {
    await addAccount(tx, hanako, 11);
    await addAccount(tx, taro, 21);
  });
});
after(() => database.drop());

const countAndRpId = async () => {
  const [row] = await database.app.directory<{ count: number; rpId: string | null }>(sql`
    select count::int, (select rp_id from entrance) as "rpId" from registry_change`);
  assert.ok(row);
  return row;
};

beforeEach(async () => {
  await inOurs(async (tx) => {
    tx.write(sql`delete from passkey_directory where society_id = ${ours}`);
    tx.write(sql`delete from factor where society_id = ${ours}`);
  });
  await database.app.directory(sql`update entrance set rp_id = null`);
});

type At = { readonly now?: Instant; readonly account?: AccountId; readonly userAgent?: string };

const placeAt = async ({ now = start, account = hanako, userAgent = android }: At = {}) => {
  const factors = await inOurs((tx) => factorsOf(tx, account));
  const request = { lang: "ja", entrance, userAgent };
  const { policy } = society;
  const scene = { society, policy, now, request } as unknown as Place["scene"];
  const owner = { accountId: account, userId: "hanako822" } as Place["owner"];
  return { scene, owner, factors } satisfies Place;
};

const ask = async (which: "enrol" | "challenge", place: Place): Promise<Asked> => {
  const door = method[which];
  const known = await inOurs((tx) => door.know(tx, place));
  const asked = door.ask({ place, minted: door.mint(place.scene.now), known });
  assert.ok(asked.ok && "kept" in asked.value);
  return asked.value.kept;
};

/** What the page gives to its script. */
const optionsOf = (which: "enrol" | "challenge", place: Place, kept: Asked): string => {
  const given = { place, kept, action: "/", turn: "1", typed: {}, errors: {}, looked: undefined };
  const html = String(method[which].page(view, given).body);
  const attribute = /data-options="([^"]*)"/.exec(html)?.[1];
  assert.ok(attribute);
  return attribute.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
};

type Typed = Readonly<Record<string, string>>;

/** One answer in a transaction of its own, as the step has it judged. */
const answer = async (
  which: "enrol" | "challenge",
  { place, kept, typed }: { place: Place; kept: Asked; typed: Typed },
) => {
  const door = method[which];
  const read = door.input({ place, kept, typed })(typed);
  assert.ok(read.ok, JSON.stringify(read));
  const { input } = read;
  const prepared = await door.prepare({ place, kept, input });
  assert.ok(prepared.ok);
  return inOurs(async (tx) => {
    const loaded = await door.load(tx, { place, kept, input });
    const verdict = door.judge({ place, kept, input, prepared: prepared.value, loaded });
    await Promise.all((verdict.changes ?? []).map((change) => change(tx)));
    return verdict;
  });
};
const told = (verdict: Awaited<ReturnType<typeof answer>>) =>
  verdict.kind === "wrong"
    ? `${verdict.reason}${verdict.isCounted ? "" : " (not counted)"}`
    : verdict.kind;

const make = async (phone: Authenticator, at: At = {}, typed: Typed = {}): Promise<Made> => {
  const place = await placeAt(at);
  const kept = await ask("enrol", place);
  const response = phone.create(optionsOf("enrol", place, kept));
  const verdict = await answer("enrol", { place, kept, typed: { response, ...typed } });
  assert.equal(told(verdict), "passed");
  return (verdict as { made: Made }).made;
};

const keep = async (made: Made, factorId: FactorId, at: At = {}) => {
  const place = await placeAt(at);
  const { accountId } = place.owner;
  const row = { id: factorId, accountId, method: made.method, name: made.name };
  const changes = [
    insertFactor({ ...row, addedAt: place.scene.now }),
    ...method.write({ place, factorId, made }),
  ];
  await inOurs(async (tx) => {
    await Promise.all(changes.map((change) => change(tx)));
  });
};

const enrolled = async (factorId: FactorId = first, at: At = {}, isCounting = false) => {
  const phone = softwareAuthenticator({ origin, isCounting });
  await keep(await make(phone, at), factorId, at);
  return phone;
};

const signIn = async (phone: Authenticator, forgery: Forgery = {}, at: At = {}) => {
  const place = await placeAt(at);
  const kept = await ask("challenge", place);
  const response = phone.get(optionsOf("challenge", place, kept), forgery);
  return answer("challenge", { place, kept, typed: { response } });
};

test("a passkey is enrolled and signs in; its use is noted", async () => {
  const phone = await enrolled(first, {}, true);
  const verdict = await signIn(phone);
  assert.equal(told(verdict), "passed");
  assert.equal((verdict as { factorId: FactorId }).factorId, first);
  const [row] = await inOurs((tx) => tx.query(sql`select counter::int, rp_id from passkey`));
  assert.deepEqual({ ...(row as object) }, { counter: 2, rp_id: rpId });
});

test("the browser is asked for a resident key, user verification, and none that is there", async () => {
  await enrolled();
  const place = await placeAt();
  const options = JSON.parse(optionsOf("enrol", place, await ask("enrol", place)));
  assert.equal(Buffer.from(options.challenge, "base64url").length, 32);
  assert.deepEqual(options.rp, { id: rpId, name: society.name.ja });
  assert.deepEqual(options.user, {
    id: Buffer.from(hanako.replaceAll("-", ""), "hex").toString("base64url"),
    name: "hanako822",
    displayName: "hanako822",
  });
  assert.deepEqual(
    options.pubKeyCredParams.map(({ alg }: { alg: number }) => alg),
    [-8, -7, -257],
  );
  assert.equal(options.excludeCredentials.length, 1);
  assert.equal(options.attestation, "none");
  const { residentKey, userVerification } = options.authenticatorSelection;
  assert.deepEqual([residentKey, userVerification], ["required", "required"]);
});

test("a sign-in asks for the account's own passkeys, with how they are reached", async () => {
  await enrolled(first);
  await enrolled(taros, { account: taro });
  const place = await placeAt();
  const options = JSON.parse(optionsOf("challenge", place, await ask("challenge", place)));
  assert.equal(options.userVerification, "required");
  assert.deepEqual(
    options.allowCredentials.map(({ transports }: { transports: unknown }) => transports),
    [["internal", "hybrid"]],
  );
});

test("the first passkey fixes the entrance's RP ID and tells the servers, later ones do not", async () => {
  const { count } = await countAndRpId();
  await enrolled(first);
  assert.deepEqual(await countAndRpId(), { count: count + 1, rpId });
  await enrolled(second);
  assert.deepEqual(await countAndRpId(), { count: count + 1, rpId });
});

const google = "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4";
const nameCases: readonly (readonly [
  string,
  Parameters<typeof softwareAuthenticator>[0],
  At,
  Typed,
])[] = [
  ["Googleパスワードマネージャー", { origin, aaguid: google }, {}, {}],
  ["スマートフォン(Android)", { origin }, {}, {}],
  ["iPhone", { origin }, { userAgent: "(iPhone; CPU iPhone OS 18_0 like Mac OS X)" }, {}],
  ["タブレット(Android)", { origin }, { userAgent: "(Linux; Android 14; SM-X200)" }, {}],
  ["パスキー", { origin }, { userAgent: "" }, {}],
  ["居間のタブレット", { origin, aaguid: google }, {}, { passkeyName: " 居間のタブレット " }],
  ["スマートフォン(Android)", { origin }, {}, { passkeyName: "わたしの📱" }],
  ["スマートフォン(Android)", { origin }, {}, { passkeyName: "あ".repeat(31) }],
];
for (const [name, about, at, typed] of nameCases)
  test(`a name: ${name}`, async () => {
    assert.equal((await make(softwareAuthenticator(about), at, typed)).name, name);
  });

test("of the same name they are numbered", async () => {
  await enrolled(first);
  assert.equal((await make(softwareAuthenticator({ origin }))).name, "スマートフォン(Android) 2");
  const alike = { passkeyName: "ｽﾏｰﾄﾌｫﾝ（android）" };
  const made = await make(softwareAuthenticator({ origin }), {}, alike);
  assert.equal(made.name, `${alike.passkeyName} 2`);
});

test("made on another device, it is not called like this one", async () => {
  const place = await placeAt();
  const kept = await ask("enrol", place);
  const made = JSON.parse(
    softwareAuthenticator({ origin }).create(optionsOf("enrol", place, kept)),
  );
  const response = JSON.stringify({ ...made, authenticatorAttachment: "cross-platform" });
  const verdict = await answer("enrol", { place, kept, typed: { response } });
  assert.equal((verdict as { made: Made }).made.name, "別のスマートフォン");
});

test("a credential that is known here is refused kindly", async () => {
  const phone = softwareAuthenticator({ origin });
  const place = await placeAt({ account: taro });
  const kept = await ask("enrol", place);
  const response = phone.create(optionsOf("enrol", place, kept));
  const made = await answer("enrol", { place, kept, typed: { response } });
  await keep((made as { made: Made }).made, taros, { account: taro });
  const again = await answer("enrol", { place, kept, typed: { response } });
  assert.equal(told(again), "passkey-taken (not counted)");
});

test("a credential of another society at this entrance is refused as kindly", async () => {
  const phone = softwareAuthenticator({ origin });
  const place = await placeAt();
  const kept = await ask("enrol", place);
  const response = phone.create(optionsOf("enrol", place, kept));
  const { id: credentialId } = JSON.parse(response);
  await as(theirs, async (tx) =>
    tx.write(sql`
      insert into passkey_directory (entrance_id, credential_id, society_id, factor_id)
      values (${sharedEntrance}, ${credentialId}, ${theirs}, ${taros})`),
  );
  const verdict = await answer("enrol", { place, kept, typed: { response } });
  assert.equal(told(verdict), "passkey-taken (not counted)");
  await as(theirs, async (tx) =>
    tx.write(sql`delete from passkey_directory where society_id = ${theirs}`),
  );
});

test("of the ways to reach it, only known ones are kept, each once", async () => {
  const transportsOf = async (transports: readonly unknown[]) => {
    const place = await placeAt();
    const kept = await ask("enrol", place);
    const phone = softwareAuthenticator({ origin });
    const made = JSON.parse(phone.create(optionsOf("enrol", place, kept)));
    const response = JSON.stringify({ ...made, response: { ...made.response, transports } });
    const verdict = await answer("enrol", { place, kept, typed: { response } });
    return (verdict as { made: { detail: { passkey: { transports: string[] } } } }).made.detail
      .passkey.transports;
  };
  assert.deepEqual(await transportsOf(["nfc", "usb", "usb", "telepathy"]), ["nfc", "usb"]);
  assert.deepEqual(await transportsOf(Array(5000).fill("usb")), []);
});

test("a press that no script answered is told so, and counts as nothing", async () => {
  const place = await placeAt();
  for (const which of ["enrol", "challenge"] as const) {
    const kept = await ask(which, place);
    const read = method[which].input({ place, kept, typed: {} })({});
    assert.ok(!read.ok);
    assert.equal(read.errors[""]?.code, "passkey-no-answer");
  }
});

test("after ten minutes everything is asked anew, and the old answer is worth nothing", async () => {
  const phone = await enrolled();
  for (const which of ["enrol", "challenge"] as const) {
    const place = await placeAt();
    const kept = await ask(which, place);
    const options = optionsOf(which, place, kept);
    const response =
      which === "enrol" ? softwareAuthenticator({ origin }).create(options) : phone.get(options);
    const late = await placeAt({ now: later(start, { minutes: 10 }) });
    const verdict = await answer(which, { place: late, kept, typed: { response } });
    assert.equal(told(verdict), "again");
    const anew = (verdict as { kept: Asked }).kept;
    assert.notEqual(anew.challenge, kept.challenge);
    assert.equal(anew.askedAt, late.scene.now);
    assert.match(optionsOf(which, late, anew), new RegExp(anew.challenge));
    const old = await answer(which, { place: late, kept: anew, typed: { response } });
    assert.match(told(old), /^passkey-challenge/);
    const nearly = await placeAt({ now: later(start, { minutes: 9, seconds: 59 }) });
    assert.equal(told(await answer(which, { place: nearly, kept, typed: { response } })), "passed");
  }
});

const handleOf = (account: AccountId) =>
  Buffer.from(account.replaceAll("-", ""), "hex").toString("base64url");
const forgeries: readonly (readonly [Forgery, string])[] = [
  [{ origin: "http://localhost:3001" }, "passkey-origin"],
  [{ rpId: "example.jp" }, "passkey-rp-id"],
  [{ type: "webauthn.create" }, "passkey-type"],
  [{ challenge: "AAAA" }, "passkey-challenge"],
  [{ userHandle: handleOf(taro) }, "passkey-user-handle"],
  [{ flags: { uv: false } }, "passkey-unverified"],
  [{ flags: { up: false } }, "passkey-absent"],
  [{ flags: { be: false, bs: false } }, "passkey-backup"],
  [{ isForeignKey: true }, "passkey-signature"],
];
for (const [forgery, reason] of forgeries)
  test(`forged at a sign-in: ${reason}`, async () => {
    const verdict = await signIn(await enrolled(), forgery);
    assert.equal(told(verdict), reason);
    assert.deepEqual(
      Object.values((verdict as { errors: Record<string, { code: string }> }).errors).map(
        ({ code }) => code,
      ),
      ["passkey-wrong"],
    );
  });

test("the same answer twice in one question: a counter lets it pass once", async () => {
  const phone = await enrolled(first, {}, true);
  const place = await placeAt();
  const kept = await ask("challenge", place);
  const typed = { response: phone.get(optionsOf("challenge", place, kept)) };
  assert.equal(told(await answer("challenge", { place, kept, typed })), "passed");
  assert.equal(told(await answer("challenge", { place, kept, typed })), "passkey-counter");
});

test("somebody else's passkey, and one that was taken away, are nobody's guess", async () => {
  const phone = await enrolled(first);
  const others = await enrolled(taros, { account: taro });
  const place = await placeAt();
  const kept = await ask("challenge", place);
  const { challenge } = kept;
  const foreign = { response: others.get({ challenge, rpId }) };
  const verdict = await answer("challenge", { place, kept, typed: foreign });
  assert.equal(told(verdict), "passkey-unknown (not counted)");
  await inOurs(async (tx) => {
    await Promise.all([...method.remove(first), deleteFactor(first)].map((change) => change(tx)));
  });
  const gone = { response: phone.get({ challenge, rpId }) };
  const none = await answer("challenge", { place, kept, typed: gone });
  assert.equal(told(none), "passkey-unknown (not counted)");
  const left = await inOurs((tx) =>
    tx.query<{ factor_id: string }>(sql`select factor_id from passkey_directory`),
  );
  assert.deepEqual(
    left.map((row) => row.factor_id),
    [taros],
  );
});

test("another way is spoken of only where there is one", async () => {
  const others = [
    { id: second, method: "mail-otp", name: "", addedAt: start, usedAt: null },
  ] as const;
  const bodyWith = async (which: "enrol" | "challenge", change: (place: Place) => Place) => {
    const place = change(await placeAt());
    const kept = await ask(which, place);
    const given = { place, kept, action: "/", turn: "1", typed: {}, errors: {}, looked: undefined };
    return String(method[which].page(view, given).body);
  };
  const alone = await bodyWith("challenge", (place) => place);
  assert.doesNotMatch(alone, /この下|ほかの方法でも/);
  assert.match(alone, /手元にないときは、組合へご連絡ください/);
  const self = await bodyWith("challenge", (place) => {
    const { scene } = place;
    const recovery = { ...society.policy.recovery, lostAuthenticator: "proofed-reset" as const };
    const flow = { ...scene.flow, kind: "second-factor" };
    return { ...place, scene: { ...scene, flow, policy: { ...society.policy, recovery } } };
  });
  assert.match(self, /手元にないときは、ログイン画面の「パスワードを忘れた方はこちら」/);
  const beside = await bodyWith("challenge", (place) => ({ ...place, factors: others }));
  assert.match(beside, /この下の別の方法/);
  const usedUp = [{ ...others[0], method: "recovery-codes" as const, left: 0 }];
  assert.doesNotMatch(
    await bodyWith("challenge", (place) => ({ ...place, factors: usedUp })),
    /この下/,
  );
  const allowing = (methods: readonly string[]) => (place: Place) =>
    ({ ...place, scene: { ...place.scene, policy: { secondFactor: { methods } } } }) as Place;
  assert.doesNotMatch(await bodyWith("enrol", allowing(["passkey"])), /この下|ほかの方法/);
  assert.match(await bodyWith("enrol", allowing(["passkey", "totp"])), /「ほかの方法を選ぶ」/);
});

test("an address of numbers offers none", async () => {
  const place = await placeAt();
  assert.equal(method.offer(place), true);
  const request = { ...place.scene.request, entrance: { ...entrance, rpId: "192.0.2.7" } };
  assert.equal(method.offer({ ...place, scene: { ...place.scene, request } }), false);
});

test("the wrong society sees, changes and takes away nothing", async () => {
  const phone = await enrolled();
  const made = await make(softwareAuthenticator({ origin }));
  const [own] = await inOurs((tx) => passkeysOf(tx, { accountId: hanako, rpId }));
  assert.ok(own);
  const named = { entranceId: sharedEntrance, credentialId: own.credentialId };
  await as(theirs, async (tx) => {
    assert.deepEqual(await passkeysOf(tx, { accountId: hanako, rpId }), []);
    assert.equal(await passkeyNamed(tx, named), undefined);
    await notePasskeyUsed(first, { counter: 99, isSynced: false })(tx);
    await forgetCredential(first)(tx);
  });
  const { passkey } = made.detail as { passkey: Parameters<typeof insertPasskey>[0]["passkey"] };
  const insert = insertPasskey({ factorId: first, entranceId: sharedEntrance, rpId, passkey });
  await assert.rejects(as(theirs, async (tx) => insert(tx)));
  assert.equal((await inOurs((tx) => passkeyNamed(tx, named)))?.counter, 0);
  const [row] = await inOurs((tx) => tx.query(sql`select 1 as one from passkey_directory`));
  assert.ok(row);
  assert.equal(told(await signIn(phone)), "passed");
});
