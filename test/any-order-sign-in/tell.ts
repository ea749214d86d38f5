import assert from "node:assert/strict";
import type { Typed } from "../../src/flow/index.ts";
import { insert, isUnknown, keep, type Row, rowsOf, update } from "../any-order/memory.ts";
import { type Enrolled, enrolledRows, factorIdOf, paperCodes } from "./enrolled.ts";
import type { Event, Story } from "./events.ts";
import { noteMails, see } from "./oracle.ts";
import { flowIdOf, flowRow, type Looked, lookAt, post, signIn, turnIn } from "./requests.ts";
import { checkSignIn } from "./sign-in.ts";
import { insideOf, questionAt } from "./state.ts";
import {
  addressNow,
  factorsNow,
  isContent,
  isDemandedNow,
  newestOf,
  ownFactors,
  type Truth,
  truthOf,
} from "./truth.ts";
import { type Desk, methods, typedOf, type Words } from "./typing.ts";
import { answerAt } from "./verdict.ts";
import { addresses, type Browser, ids, type World, worldOf } from "./world.ts";

type Told = { readonly world: World; readonly truth: Truth };

/** Nothing that anybody sends may fail. */
const sent = async <T>(send: () => Promise<T>): Promise<T> => {
  try {
    return await send();
  } catch (error) {
    if (isUnknown(error)) throw error;
    assert.fail(`a request failed: ${error instanceof Error ? error.stack : error}`);
  }
};

/** Nor may anything that anybody looks at. */
const looksAt = (world: World, browser: Browser): Promise<Looked> =>
  sent(() => lookAt(world, browser));

const other = (browser: Browser): Browser => (browser === "first" ? "second" : "first");

const deskOf = async ({ world, truth }: Told, browser: Browser, step: string) => {
  const looked = await looksAt(world, browser);
  const row = flowRow(world, flowIdOf(looked));
  const theirs = flowRow(world, flowIdOf(await looksAt(world, other(browser))));
  return { looked, desk: row && ({ world, truth, row, other: theirs, step } satisfies Desk) };
};

type Posting = {
  readonly browser: Browser;
  readonly step: string;
  readonly words: Words;
  readonly turn: string;
  readonly times: number;
};

/** One page's form, with what it altered judged. */
const postTo = async (told: Told, posting: Posting): Promise<void> => {
  const { world } = told;
  const { browser, step, words, turn, times } = posting;
  // No two requests come at the same instant.
  world.clock.advance({ seconds: 1 });
  const { desk } = await deskOf(told, browser, step);
  if (!desk) return;
  const typed: Typed = { ...typedOf(desk, words), turn };
  const isQuestion = step === "verify" && insideOf(desk.row)?.factor.asked;
  const verdict = isQuestion ? answerAt(desk, typed) : ({ is: "none" } as const);
  const { tables } = world.memory;
  await sent(() =>
    Promise.all(Array.from({ length: times }, () => post(world, browser, step, typed))),
  );
  const after = flowRow(world, String(desk.row.id)) as Row;
  see({ desk, typed, after, verdict, tables });
};

const turnFor = async ({ world }: Told, event: Event & { do: "post" }, looked: Looked) => {
  const turn = turnIn(looked);
  if (event.turn === "now") return turn;
  if (event.turn === "before") return turn.replace(/\d+$/, (n) => String(Number(n) - 1));
  return turnIn(await looksAt(world, other(event.browser)));
};

const postAnything = async (told: Told, event: Event & { do: "post" }): Promise<void> => {
  const looked = await looksAt(told.world, event.browser);
  const step = event.step === "open" && looked.at === "step" ? looked.step : event.step;
  const turn = await turnFor(told, event, looked);
  await postTo(told, { ...event, step, turn, times: 1 });
};

const right: Words = { answer: "right", asks: "answer", which: 0 };

/** Whoever waits for a mail asks for another when the one is of no use, once it may go. */
const needsMail = ({ world, truth }: Told, row: Row, step: string): boolean => {
  if (questionAt(row, step)?.method !== "mail-otp") return false;
  const mail = newestOf(truth, String(row.id), step);
  return !mail || mail.isTaken || mail.wrong >= 5 || world.clock.now() >= mail.until;
};

type Going = { readonly browser: Browser; readonly which: number; readonly times: number };

const goOn = async (told: Told, { browser, which, times }: Going): Promise<void> => {
  const { world } = told;
  const { looked, desk } = await deskOf(told, browser, "");
  if (looked.at !== "step" || !desk) return;
  const { step } = looked;
  // A code of an app is good once in its half minute.
  const isMailed = needsMail(told, desk.row, step);
  if (isMailed) world.clock.advance({ seconds: 61 });
  const words: Words = { ...right, which, ...(isMailed ? { asks: "resend" } : {}) };
  await postTo(told, { browser, step, words, turn: turnIn(looked), times });
};

/** 「別の方法で認証する」 with one of those that there are; 「ほかの方法を選ぶ」 with any. */
const otherWay = async (told: Told, { browser, which }: Going): Promise<void> => {
  const { looked, desk } = await deskOf(told, browser, "");
  if (looked.at !== "step" || !desk) return;
  const turn = turnIn(looked);
  if (looked.step !== "verify")
    return postTo(told, { browser, step: "method", words: { ...right, which }, turn, times: 1 });
  const asked = questionAt(desk.row, "verify")?.method;
  const all = insideOf(desk.row)?.factor.factors.filter(({ method }) => method !== asked) ?? [];
  const chosen = methods.indexOf((all[which % Math.max(1, all.length)]?.method ?? asked) as never);
  const words: Words = { ...right, which: Math.max(0, chosen), asks: "other" };
  await postTo(told, { browser, step: "verify", words, turn, times: 1 });
};

const guess = async (told: Told, browser: Browser, count: number): Promise<void> => {
  for (let tries = 0; tries < count; tries += 1) {
    const looked = await looksAt(told.world, browser);
    if (looked.at !== "step") return;
    const words: Words = { ...right, answer: "wrong" };
    await postTo(told, { browser, step: looked.step, words, turn: turnIn(looked), times: 1 });
  }
};

const signsIn = async ({ world, truth }: Told, browser: Browser): Promise<void> => {
  world.clock.advance({ seconds: 1 });
  const { tables } = world.memory;
  const came = await sent(() => signIn(world, browser));
  checkSignIn({ world, truth, came, tables });
  if (came.kind !== "asked") return;
  const row = rowsOf(world.memory, "flow").at(-1) as Row;
  truth.attempts.set(String(row.id), {
    password: truth.password,
    address: addressNow(world),
    hadCodes: factorsNow(world).some(({ method }) => method === "recovery-codes"),
    proved: null,
    made: new Set(),
  });
  const news = rowsOf(world.memory, "mail").slice((tables.mail ?? []).length);
  noteMails({ world, truth }, String(row.id), news);
};

const enrolElsewhere = ({ world, truth }: Told, what: Enrolled) => {
  const { memory, clock } = world;
  const [method] = what.split(" ");
  const isSingle = method === "mail-otp" || method === "recovery-codes";
  const isThere = factorsNow(world).some(
    (one) => one.id === factorIdOf(what) || (isSingle && one.method === method),
  );
  const isAlone = method === "recovery-codes" && ownFactors(world).length === 0;
  if (isThere || isAlone || (method === "mail-otp" && addressNow(world) === null)) return;
  const rows = enrolledRows([what], ids.account, clock.now());
  for (const [table, added] of Object.entries(rows)) insert(memory, table, ...added);
  if (method === "recovery-codes") truth.paper.set(factorIdOf(what), new Set(paperCodes));
  else if (ownFactors(world).length === 1)
    update(memory, "account", () => ({ factor_method: method }));
};

const removeElsewhere = ({ world }: Told, which: number) => {
  const { memory } = world;
  const all = factorsNow(world);
  const gone = all[which % Math.max(1, all.length)];
  if (!gone) return;
  keep(memory, "factor", (row) => row !== gone);
  for (const table of ["totp_device", "recovery_codes", "passkey"])
    keep(memory, table, (row) => row.factor_id !== gone.id);
  const [left] = ownFactors(world);
  // Codes on paper stand in for something, and go with the last of it.
  if (!left) for (const table of ["factor", "recovery_codes"]) keep(memory, table, () => false);
  update(memory, "account", () => ({ factor_method: left?.method ?? null }));
};

/** What the society, staff and the owner's other browsers do meanwhile. */
const happens = (told: Told, event: Event): void => {
  const { world, truth } = told;
  const { memory, now, versions, policies, clock } = world;
  const ofAccount = (change: Row) => update(memory, "account", () => change);
  if (event.do === "wait") clock.advance(event);
  if (event.do === "policy") {
    const { society } = now;
    versions.set(society.version, society.policy);
    const policy = policies[event.which] ?? society.policy;
    now.society = { ...society, version: society.version + 1, policy };
  }
  if (event.do === "enrolled elsewhere") enrolElsewhere(told, event.what);
  if (event.do === "removed elsewhere") removeElsewhere(told, event.which);
  if (event.do === "password changed") {
    truth.password += 1;
    const hash = `hash of it ${truth.password}`;
    ofAccount({ password_hash: hash, password_changed_at: clock.advance({ seconds: 1 }) });
  }
  if (event.do === "address changed" && addressNow(world) !== null)
    ofAccount({ email: addresses[1] });
  if (event.do === "account locked") {
    truth.isStaffLocked = true;
    ofAccount({ locked_at: clock.now() });
  }
  if (event.do === "account unlocked") {
    truth.isStaffLocked = false;
    ofAccount({ locked_at: null });
  }
};

const tellEvent = (told: Told, event: Event): Promise<void> | void => {
  if (event.do === "sign in") return signsIn(told, event.browser);
  if (event.do === "go on") return goOn(told, event);
  if (event.do === "post") return postAnything(told, event);
  if (event.do === "guess") return guess(told, event.browser, event.count);
  if (event.do === "other way") return otherWay(told, { ...event, times: 1 });
  happens(told, event);
};

/** More pages than any way has, with mails sent anew and devices that are gone. */
const mostPages = 40;

/** 「いまは登録できる方法がありません」: only mails may be used, and there is no mailbox. */
const isLeftToStaff = (world: World): boolean => {
  const { methods } = world.now.society.policy.secondFactor;
  const isPossible = methods.some((one) => one !== "mail-otp") || addressNow(world) !== null;
  return isDemandedNow(world) && !isContent(world) && !isPossible;
};

/** Whoever goes on, at every sign-in anew, gets home: nobody is led in a circle. */
const finish = async (told: Told): Promise<void> => {
  const { world } = told;
  const sessions = () => rowsOf(world.memory, "session").length;
  const before = sessions();
  happens(told, { do: "account unlocked" });
  world.clock.advance({ hours: 25 });
  await signsIn(told, "first");
  for (let page = 0; page < mostPages; page += 1) {
    if (sessions() > before) return;
    await goOn(told, { browser: "first", which: page, times: 1 });
  }
  if (isLeftToStaff(world)) return;
  assert.fail("who goes on comes to no end");
};

export type End = { readonly outcomes: readonly string[]; readonly requests: number };

/** Tells a story to its end. @throws AssertionError where the portal broke its word */
export const tell = async ({ scenario, events, isFinished }: Story): Promise<End> => {
  const told: Told = { world: worldOf(scenario), truth: truthOf() };
  await signsIn(told, "first");
  for (const event of events) await tellEvent(told, event);
  if (isFinished) await finish(told);
  const { memory } = told.world;
  const flows = rowsOf(memory, "flow");
  const sessions = rowsOf(memory, "session").map(
    ({ amr }) => `session: ${(amr as string[]).join(" ")}`,
  );
  return {
    outcomes: [...flows.map(({ outcome }) => String(outcome ?? "open")), ...sessions],
    requests: flows.reduce((sum, { turn }) => sum + Number(turn) - 1, 0),
  };
};
