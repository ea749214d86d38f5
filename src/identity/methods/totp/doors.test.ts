import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import jsqr from "jsqr";
import { codeOf, entryOf, keyOnPage, linkOnPage } from "../../../../test/authenticators/totp.ts";
import { type TestDatabase, testDatabase } from "../../../../test/database.ts";
import { addTwoSocieties, ours, sharedEntrance, theirs } from "../../../../test/two-societies.ts";
import type { Typed } from "../../../flow/index.ts";
import { type AccountId, asId, type FactorId, type MemberId } from "../../../kernel/ids.ts";
import { type Instant, later } from "../../../kernel/time.ts";
import { openSecrets } from "../../../platform/crypto/secrets.ts";
import { sql } from "../../../platform/database/sql.ts";
import type { Tx } from "../../../platform/database/types.ts";
import { sampleRegistry } from "../../../society/index.ts";
import type { View } from "../../../ui/index.ts";
import type { Made, Place } from "../method.ts";
import { deleteFactor, holdFactors, insertFactor } from "../store.ts";
import { totpMethod } from "./index.ts";
import { stepAt } from "./rules.ts";
import { openSeed } from "./sealed.ts";
import { deviceOf, insertDevice, takeStep } from "./store.ts";
import { totpWording } from "./text.ts";

// Both doors against real rows, opened as the steps of a flow open them; codes come from an app
// that the portal does not verify with.

const start = "2026-11-20T01:32:40.000Z" as Instant;
const id = <K extends string>(n: number) =>
  asId<K>(`00000000-0000-7000-8000-${String(n).padStart(12, "0")}`);
const [hanako, taro] = [id<"account">(12) as AccountId, id<"account">(22) as AccountId];
const [phone, tablet, taros] = [1, 2, 3].map((n) => id<"factor">(100 + n) as FactorId) as [
  FactorId,
  FactorId,
  FactorId,
];
const secrets = openSecrets(Buffer.alloc(32, 9));
const method = totpMethod({ secrets, mailDomainOf: () => "mail.example.jp" });
const society = {
  ...sampleRegistry("http://localhost:3000").byCode("hikari"),
  id: ours,
} as Place["scene"]["society"];
const view = { lang: "ja", formToken: "-" } as View;

let database: TestDatabase;
const inOurs = <T>(work: (tx: Tx) => Promise<T>) => database.app.inSociety(ours, work);

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

type At = { readonly now?: Instant; readonly account?: AccountId };

/** What an account has, as a sign-in that begins now reads it. */
const placeAt = async ({ now = start, account = hanako }: At = {}): Promise<Place> => {
  const held = await inOurs((tx) => holdFactors(tx, account));
  const flow = { kind: "second-factor" };
  const request = { lang: "ja" };
  const { policy } = society;
  const scene = { society, policy, flow, now, request } as Place["scene"];
  const owner = { accountId: account, userId: "hanako822" } as Place["owner"];
  return { scene, owner, factors: held?.factors ?? [] };
};

const inputOf = <T>(read: { ok: true; input: T } | { ok: false; errors: unknown }): T => {
  assert.ok(read.ok, JSON.stringify(read));
  return read.input;
};

const ask = (place: Place) => {
  const asked = method.enrol.ask({ place, minted: method.enrol.mint(start), known: undefined });
  assert.ok(asked.ok && "kept" in asked.value);
  return asked.value.kept as { readonly seed: string };
};
const enrolPage = (place: Place, kept: unknown) =>
  String(
    method.enrol.page(view, {
      ...{ place, kept, action: "/", turn: "1", typed: {}, errors: {}, looked: undefined },
    }).body,
  );
const firstCode = (place: Place, kept: unknown, typed: Typed) => {
  const input = inputOf(method.enrol.input({ place, kept, typed })(typed));
  return method.enrol.judge({ place, kept, input, prepared: undefined, loaded: undefined });
};

type Adding = { readonly account: AccountId; readonly factorId: FactorId; readonly name: string };

/** Enrols with what a page shows; the first code is that of ten minutes before `start`. */
const enrol = async ({ account, factorId, name }: Adding): Promise<string> => {
  const place = await placeAt({ account, now: later(start, { minutes: -10 }) });
  const kept = ask(place);
  const key = keyOnPage(enrolPage(place, kept));
  const typed = { totpCode: codeOf(key, place.scene.now), totpName: name };
  const verdict = firstCode(place, kept, typed);
  assert.equal(verdict.kind, "passed");
  const { made } = verdict as { made: Made };
  await inOurs(async (tx) => {
    const { now: addedAt } = place.scene;
    const row = { id: factorId, accountId: account, method: "totp", name: made.name } as const;
    const changes = [insertFactor({ ...row, addedAt }), ...method.write({ place, factorId, made })];
    await Promise.all(changes.map((change) => change(tx)));
  });
  return key;
};

/** One answer at a sign-in, in a transaction of its own, as the step `verify` has it judged. */
const answer = async (typed: Typed, at: At = {}) => {
  const place = await placeAt(at);
  const door = method.challenge;
  const input = inputOf(door.input({ place, kept: null, typed })(typed));
  return inOurs(async (tx) => {
    await holdFactors(tx, place.owner.accountId);
    const loaded = await door.load(tx, { place, kept: null, input });
    const verdict = door.judge({ place, kept: null, input, prepared: undefined, loaded });
    await Promise.all((verdict.changes ?? []).map((change) => change(tx)));
    return verdict;
  });
};
type Verdict = Awaited<ReturnType<typeof answer>>;
const told = (verdict: Verdict) =>
  verdict.kind === "wrong"
    ? `${verdict.reason}${verdict.isCounted ? "" : " (not counted)"}`
    : verdict.kind;

let keys: { readonly phone: string; readonly tablet: string };
beforeEach(async () => {
  await inOurs(async (tx) => tx.write(sql`delete from factor where society_id = ${ours}`));
  keys = {
    phone: await enrol({ account: hanako, factorId: phone, name: "スマートフォン" }),
    tablet: await enrol({ account: hanako, factorId: tablet, name: "タブレット" }),
  };
});

/** The modules as a scanner sees them, three pixels each. */
const scanned = (html: string): string | undefined => {
  const side = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1]) * 3;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of html.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let row = 3 * Number(y); row < 3 * Number(y) + 3; row += 1) {
      const from = (row * side + 3 * Number(x)) * 4;
      for (let i = from; i < from + Number(width) * 12; i += 1) if (i % 4 !== 3) pixels[i] = 0;
    }
  return jsqr.default(pixels, side, side)?.data;
};

test("pattern, key and link are the same, and the entry is called as the society", async () => {
  const place = await placeAt();
  const kept = ask(place);
  const html = enrolPage(place, kept);
  const link = linkOnPage(html);
  assert.equal(scanned(html), link);
  assert.deepEqual(entryOf(link), {
    issuer: "ひかり電機健康保険組合",
    account: "hanako822",
    key: keyOnPage(html),
  });
  assert.notEqual(ask(place).seed, kept.seed);
});

test("a first code is taken in any width, with spaces; its step counts as used", async () => {
  const place = await placeAt();
  const kept = ask(place);
  const [a = "", b = ""] = codeOf(kept.seed, start).match(/.../g) ?? [];
  const wide = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0xff10 + +d));
  for (const totpCode of [a + b, `${a} ${b}`, ` ${a}-${b} `, wide(`${a}　${b}`)]) {
    const verdict = firstCode(place, kept, { totpCode, totpName: "" });
    const detail = { seed: kept.seed, lastStep: stepAt(start) };
    const made = { method: "totp", name: "わたしのスマートフォン", detail };
    assert.deepEqual(verdict, { kind: "passed", made });
  }
});

test("a wrong first code is told with the server's time, and is no guess", async () => {
  const place = await placeAt();
  const kept = ask(place);
  const late = codeOf(kept.seed, later(start, { minutes: -3 }));
  const verdict = firstCode(place, kept, { totpCode: late });
  assert.ok(verdict.kind === "wrong" && !verdict.isCounted && verdict.reason === "totp-wrong");
  const { code, facts } = verdict.errors.totpCode ?? { code: "", facts: {} };
  assert.match(
    totpWording("ja").messages[code]?.("", facts) ?? "",
    /いまの時刻は10時32分40秒です。/,
  );
  assert.match(totpWording("en").messages[code]?.("", facts) ?? "", /It is 10:32:40 now/);
});

const names: readonly (readonly [string, string])[] = [
  ["タブレット", "totp-name-taken"],
  [" ﾀﾌﾞﾚｯﾄ", "totp-name-taken"],
  ["あ".repeat(31), "too-long"],
  ["📱", "character-emoji"],
];
for (const [totpName, expected] of names)
  test(`a device cannot be called ${totpName}: ${expected}`, async () => {
    const place = await placeAt();
    const typed = { totpCode: "123456", totpName };
    const read = method.enrol.input({ place, kept: ask(place), typed })(typed);
    assert.equal(read.ok ? "" : read.errors.totpName?.code, expected);
  });

const on = (device: FactorId, key: string, now = start) => ({
  totpDevice: device,
  totpCode: codeOf(key, now),
});

test("each device has codes of its own: those of one are wrong on the other, counted once", async () => {
  assert.equal(told(await answer(on(tablet, keys.phone))), "totp-wrong");
  assert.equal(told(await answer(on(phone, keys.tablet))), "totp-wrong");
  const passed = await answer(on(phone, keys.phone));
  assert.ok(passed.kind === "passed" && passed.factorId === phone);
  // Neither of the wrong ones used up anything.
  assert.equal(told(await answer(on(tablet, keys.tablet))), "passed");
});

/** The very code that was taken last: it passes no more, and is no guess. */
const usedJustNow = "totp-used (not counted)";

test("a code passes once; the next one passes; one before it never again", async () => {
  const [before, next] = [later(start, { seconds: -30 }), later(start, { seconds: 30 })];
  assert.equal(told(await answer(on(phone, keys.phone))), "passed");
  assert.equal(told(await answer(on(phone, keys.phone))), usedJustNow);
  assert.equal(told(await answer(on(phone, keys.phone, before))), "totp-used");
  assert.equal(told(await answer(on(phone, keys.phone, next), { now: next })), "passed");
  assert.equal(told(await answer(on(phone, keys.phone), { now: next })), "totp-used");
});

test("the first code of an enrolment does not sign in", async () => {
  const then = later(start, { minutes: -10 });
  assert.equal(told(await answer(on(phone, keys.phone, then), { now: then })), usedJustNow);
});

test("the same code in many sessions at once passes in one", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => answer(on(phone, keys.phone))));
  assert.deepEqual(all.map(told).toSorted(), ["passed", ...Array(7).fill(usedJustNow)]);
});

test("a step is taken once, whoever forgot to hold the row", async () => {
  const step = stepAt(start);
  await inOurs(async (tx) => takeStep(phone, step)(tx));
  for (const late of [step, step - 1])
    await assert.rejects(
      inOurs(async (tx) => takeStep(phone, late)(tx)),
      /taken twice/,
    );
  const both = [1, 2].map(() => inOurs(async (tx) => takeStep(phone, step + 1)(tx)));
  const ends = (await Promise.allSettled(both)).map(({ status }) => status);
  assert.deepEqual(ends.toSorted(), ["fulfilled", "rejected"]);
});

test("which device is asked of those who have several, and the last used is chosen", async () => {
  const pageNow = async () => {
    const place = await placeAt();
    const shown = { place, kept: null, action: "/", turn: "1", typed: {}, errors: {} };
    return String(method.challenge.page(view, { ...shown, looked: undefined }).body);
  };
  const chosen = (html: string) => /value="([^"]*)" checked/.exec(html)?.[1];
  const use = (factorId: FactorId) =>
    inOurs(async (tx) =>
      tx.write(sql`
        update factor set used_at = ${later(start, { days: 1 })}
        where society_id = ${ours} and id = ${factorId}`),
    );
  await use(phone);
  assert.equal(chosen(await pageNow()), phone);
  await inOurs(async (tx) => deleteFactor(phone)(tx));
  assert.doesNotMatch(await pageNow(), /type="radio"/);
  assert.equal(told(await answer({ totpCode: codeOf(keys.tablet, start) })), "passed");
});

test("of several devices one must be chosen, and one's own", async () => {
  await enrol({ account: taro, factorId: taros, name: "太郎の" });
  const place = await placeAt();
  for (const totpDevice of ["", taros, "x"]) {
    const typed = { totpDevice, totpCode: "123456" };
    const read = method.challenge.input({ place, kept: null, typed })(typed);
    assert.equal(read.ok ? "" : read.errors.totpDevice?.code, "choose");
  }
  assert.equal(await inOurs((tx) => deviceOf(tx, hanako, taros)), undefined);
});

test("a device that was taken away meanwhile is told, and its code is no guess", async () => {
  const place = await placeAt();
  await inOurs(async (tx) => deleteFactor(tablet)(tx));
  const input = { totpDevice: tablet, totpCode: codeOf(keys.tablet, start) };
  const { load, judge } = method.challenge;
  const loaded = await inOurs((tx) => load(tx, { place, kept: null, input }));
  const verdict = judge({ place, kept: null, input, prepared: undefined, loaded });
  assert.equal(told(verdict), "totp-device-gone (not counted)");
});

const rows = async () => {
  const [found] = await database.app.read(ours, [
    sql`select factor_id as id, seed, last_step as "lastStep" from totp_device
        where society_id = ${ours} order by factor_id`,
  ]);
  return found as { readonly id: FactorId; readonly seed: string; readonly lastStep: number }[];
};

test("what is kept is sealed to its row, and goes with its factor", async () => {
  const [one, other] = await rows();
  assert.ok(one && other);
  assert.doesNotMatch(JSON.stringify([one, other]), new RegExp(`${keys.phone}|${keys.tablet}`));
  assert.equal(openSeed(secrets, { society: ours, factorId: phone }, one.seed), keys.phone);
  assert.throws(() => openSeed(secrets, { society: ours, factorId: phone }, other.seed));
  assert.throws(() => openSeed(secrets, { society: theirs, factorId: phone }, one.seed));
  assert.deepEqual(method.remove(phone), []);
  await inOurs(async (tx) => deleteFactor(phone)(tx));
  assert.deepEqual(
    (await rows()).map((row) => row.id),
    [tablet],
  );
});

test("another society reads and changes none of it", async () => {
  const before = await rows();
  const asTheirs = <T>(work: (tx: Tx) => Promise<T>) => database.app.inSociety(theirs, work);
  assert.equal(await asTheirs((tx) => deviceOf(tx, hanako, phone)), undefined);
  await assert.rejects(
    asTheirs(async (tx) => takeStep(phone, stepAt(start))(tx)),
    /taken twice/,
  );
  const copy = { factorId: phone, seed: "-", lastStep: 0 };
  await assert.rejects(asTheirs(async (tx) => insertDevice(copy)(tx)));
  assert.deepEqual(await rows(), before);
});
