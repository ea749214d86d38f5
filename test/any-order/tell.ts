import assert from "node:assert/strict";
import type { Typed } from "../../src/flow/index.ts";
import { later, type PlainDate, todayInTokyo } from "../../src/kernel/time.ts";
import type { Policy } from "../../src/society/policy/policy.ts";
import { checkTables } from "./account.ts";
import type { Event, Story } from "./events.ts";
import { seedAsked, stepAt } from "./factors.ts";
import { insert, isUnknown, keep, type Row, rowsOf, update } from "./memory.ts";
import { see } from "./oracle.ts";
import { type Act, nextAct, wordsAgain } from "./person.ts";
import { begin, flowIdOf, flowRow, type Looked, lookAt, post, press, turnIn } from "./requests.ts";
import { emptyTruth, type Truth } from "./truth.ts";
import { typedOf, type Words } from "./typing.ts";
import { type Browser, ids, type World, worldOf } from "./world.ts";

type Told = { readonly world: World; readonly truth: Truth };

type Asked = {
  readonly flowId: string;
  readonly step: string;
  readonly typed: Typed;
  readonly isElsewhere: boolean;
  readonly send: () => Promise<unknown>;
};

/** What is no page of a mail, and asked from elsewhere all the same, may fail, and only so. */
const mayFail = /ends the flow from elsewhere$/;

const sent = async ({ send, step, isElsewhere }: Asked): Promise<void> => {
  try {
    await send();
  } catch (error) {
    if (isUnknown(error)) throw error;
    const isOfMails = step.endsWith("address-check");
    if (isElsewhere && !isOfMails && error instanceof Error && mayFail.test(error.message)) return;
    assert.fail(`a request failed: ${error instanceof Error ? error.stack : error}`);
  }
};

/** One request, with what it altered judged. */
const ask = async ({ world, truth }: Told, asked: Asked): Promise<void> => {
  const { memory, clock } = world;
  // No two requests come at the same instant.
  clock.advance({ seconds: 1 });
  const before = flowRow(world, asked.flowId);
  const mails = rowsOf(memory, "mail").length;
  const [member = {}] = rowsOf(memory, "member");
  const [letter = {}] = rowsOf(memory, "provisional_credential");
  const accounts = rowsOf(memory, "account");
  const factors = rowsOf(memory, "factor");
  await sent(asked);
  const after = flowRow(world, asked.flowId);
  checkTables(world, { accounts, member, letter });
  if (!before || !after) return;
  const newMails: readonly Row[] = rowsOf(memory, "mail").slice(mails);
  const { step, typed, isElsewhere } = asked;
  see({ world, truth, step, typed, isElsewhere, before, after, newMails, factors, accounts });
};

const other = (browser: Browser): Browser => (browser === "first" ? "second" : "first");

const turnFor = async (world: World, looked: Looked, event: Event): Promise<string> => {
  const turn = turnIn(looked);
  if (event.do !== "post" || event.turn === "now") return turn;
  if (event.turn === "before") return turn.replace(/\d+$/, (n) => String(Number(n) - 1));
  return turnIn(await lookAt(world, other(event.browser)));
};

type Posting = {
  readonly looked: Looked;
  readonly step: string;
  readonly words: Words;
  readonly times: number;
};

const postTo = async (
  told: Told,
  event: Event & { readonly browser: Browser },
  { looked, step: name, words, times }: Posting,
): Promise<void> => {
  const { world, truth } = told;
  const step = name === "open" && looked.at === "step" ? looked.step : name;
  const flowId = flowIdOf(looked) ?? "";
  const { society } = world.now;
  const row = flowRow(world, flowId);
  const now = world.clock.now();
  const place = { truth, flowId, step, issuedId: world.issuedId, society, now, row };
  const typed = { ...typedOf(words, place), turn: await turnFor(world, looked, event) };
  const once = () => post(world, event.browser, step, typed);
  const send = () => Promise.all(Array.from({ length: times }, once));
  await ask(told, { flowId, step, typed, isElsewhere: false, send });
};

const pressIn = (told: Told, flowId: string, { step, typed }: { step: string; typed: Typed }) =>
  ask(told, {
    flowId,
    step,
    typed,
    isElsewhere: true,
    send: () => press(told.world, { flowId, step, typed }),
  });

const postAnything = async (told: Told, event: Event & { do: "post" }): Promise<void> => {
  const looked = await lookAt(told.world, event.browser);
  await postTo(told, event, { looked, step: event.step, words: event.words, times: 1 });
};

const goOn = async (told: Told, event: Event & { do: "go on" }): Promise<void> => {
  const { world, truth } = told;
  const looked = await lookAt(world, event.browser);
  if (looked.at !== "step") return;
  const act: Act = nextAct(world, truth, { looked, taste: event.taste });
  if (act.do === "press") {
    const { flowId, step, token } = act.mail;
    return pressIn(told, flowId, { step, typed: { token } });
  }
  // An app shows the next code after half a minute.
  const seed = seedAsked(flowRow(world, looked.scene.flow.id), looked.step);
  const isUsed = seed !== null && (truth.lastSteps.get(seed) ?? -1) >= stepAt(world.clock.now());
  if (isUsed) world.clock.advance({ seconds: 31 });
  // Who waits for a mail waits until the next one may go.
  if (act.words.action === "resend") world.clock.advance({ seconds: 61 });
  await postTo(told, event, { looked, step: act.step, words: act.words, times: event.times });
};

const goBack = async (told: Told, event: Event & { do: "go back" }): Promise<void> => {
  const looked = await lookAt(told.world, event.browser);
  if (looked.at !== "step" || !looked.scene.flow.done.includes(event.to)) return;
  const words = wordsAgain(told.world, { looked, taste: event.taste });
  await postTo(told, event, { looked, step: event.to, words, times: 1 });
};

type Guessing = { readonly browser: Browser; readonly count: number };

/** The same wrong form again and again, at the steps whose name ends so. */
const guess = async (
  told: Told,
  { browser, count }: Guessing,
  { at, typed }: { readonly at: string; readonly typed: Typed },
): Promise<void> => {
  for (let tries = 0; tries < count; tries += 1) {
    const looked = await lookAt(told.world, browser);
    if (looked.at !== "step" || !looked.step.endsWith(at)) return;
    const flowId = looked.scene.flow.id;
    const { step } = looked;
    const form = { ...typed, turn: turnIn(looked) };
    const send = () => post(told.world, browser, step, form);
    await ask(told, { flowId, step, typed: form, isElsewhere: false, send });
  }
};

const wrongCode = { at: "address-check", typed: { action: "check", code: "000000" } };
const wrongFactor = {
  at: "verify",
  typed: { action: "check", totpCode: "000000", mailCode: "000000", recoveryCode: "zzzzz-zzzzz" },
};
const wrongBirthDate = {
  at: "identity",
  typed: {
    birthDate: "1979-08-23",
    insurerNumber: "06990063",
    terms: "agree",
    edition: "common-1",
  },
};

const pressAnything = async (told: Told, event: Event & { do: "press anything" }) => {
  const { world, truth } = told;
  const flowId = flowIdOf(await lookAt(world, event.browser));
  if (!flowId) return;
  const { step, words } = event;
  const typed = typedOf(words, {
    truth,
    flowId,
    step,
    issuedId: world.issuedId,
    society: world.now.society,
    now: world.clock.now(),
    row: flowRow(world, flowId),
  });
  await pressIn(told, flowId, { step, typed });
};

const pressMail = async (told: Told, which: number) => {
  const mail = told.truth.mails.at(-1 - which);
  if (mail) await pressIn(told, mail.flowId, { step: mail.step, typed: { token: mail.token } });
};

/** Or who has no address could go nowhere. */
const isMoreThanMail = ({ secondFactor }: Policy) =>
  secondFactor.methods.some((one) => one !== "mail-otp");

/** What the society, its file and others do meanwhile. */
const happens = ({ memory, now, versions, policies, clock }: World, event: Event): void => {
  const { society } = now;
  const version = society.version + 1;
  const put = (table: string, row: Row) => update(memory, table, () => row);
  /** Of the account that waits for the letter. */
  const ofOwn = (change: Row) =>
    update(memory, "account", (row) => (row.awaits_letter === ids.letter ? change : null));
  if (event.do === "wait") clock.advance(event);
  if (event.do === "policy" || event.do === "terms") {
    const policy = event.do === "policy" ? policies[event.which] : undefined;
    const edition = (society.texts.terms?.version ?? 0) + (policy ? 0 : 1);
    const terms = policy
      ? society.texts.terms
      : { version: edition, effectiveOn: "2026-11-20" as PlainDate, articles: { ja: [], en: [] } };
    versions.set(society.version, society.policy);
    now.society = {
      ...society,
      version,
      policy: policy ?? society.policy,
      texts: { ...society.texts, terms },
    };
  }
  if (event.do === "exempted" && policies.every(isMoreThanMail))
    put("member", { is_mail_exempt: true });
  if (event.do === "exemption ends") put("member", { is_mail_exempt: false });
  if (event.do === "factors locked")
    ofOwn({ factor_locked_until: later(clock.now(), { minutes: 30 }) });
  if (event.do === "factor removed") {
    keep(memory, "factor", ({ method }) => method !== event.method);
    const [left] = rowsOf(memory, "factor").filter(({ method }) => method !== "recovery-codes");
    ofOwn({ factor_method: left?.method ?? null });
  }
  if (event.do === "file address") put("member", { email: event.email });
  if (event.do === "letter replaced") {
    put("provisional_credential", { state: "void" });
    ofOwn({ awaits_letter: ids.newerLetter });
  }
  if (event.do === "account locked") ofOwn({ locked_at: clock.now() });
  if (event.do === "cover ends") put("member", { lost_on: todayInTokyo(clock.now()) });
  if (event.do === "registered elsewhere") {
    ofOwn({ awaits_letter: null });
    if (rowsOf(memory, "account").length === 0)
      insert(memory, "account", { id: ids.other, member_id: ids.member, awaits_letter: null });
  }
  if (event.do === "ID is taken") {
    const taking = { entrance_id: ids.entrance, login_key: event.userId };
    const isFree = !rowsOf(memory, "login_directory").some(
      ({ login_key: key }) => key === event.userId,
    );
    if (isFree)
      insert(memory, "login_directory", { ...taking, kind: "account", target_id: ids.other });
  }
};

const tellEvent = (told: Told, event: Event): Promise<void> | void => {
  if (event.do === "go on") return goOn(told, event);
  if (event.do === "go back") return goBack(told, event);
  if (event.do === "post") return postAnything(told, event);
  if (event.do === "guess codes") return guess(told, event, wrongCode);
  if (event.do === "guess factors") return guess(told, event, wrongFactor);
  if (event.do === "guess birth dates") return guess(told, event, wrongBirthDate);
  if (event.do === "press") return pressMail(told, event.which);
  if (event.do === "press anything") return pressAnything(told, event);
  if (event.do === "begin") return begin(told.world, event.browser);
  happens(told.world, event);
};

/** More pages than any way has, with what an earlier policy asked and a later one asks again. */
const mostPages = 30;

/** Whoever goes on gets to an end: nobody is led in a circle. */
const finish = async (told: Told): Promise<void> => {
  const { world, truth } = told;
  for (let page = 0; page < mostPages; page += 1) {
    if ((await lookAt(world, "first")).at !== "step") return;
    // By and by every fitting ID and address, should one be refused.
    const taste = {
      choice: page + (page >> 2),
      pressesButtons: page % 3 === 2,
      isStubborn: false,
      slip: {},
    };
    await goOn(told, { do: "go on", browser: "first", taste, times: 1 });
  }
  const isOutOfTries = rowsOf(world.memory, "failed_try").length >= 30;
  const mails = Math.max(truth.mails.length, truth.factorMails.length);
  assert.ok(isOutOfTries || mails >= 10, "who goes on comes to no end");
};

export type End = { readonly outcomes: readonly string[]; readonly steps: number };

/** Tells a story to its end. @throws AssertionError where the portal broke its word */
export const tell = async ({ scenario, events, isFinished }: Story): Promise<End> => {
  const told: Told = { world: worldOf(scenario), truth: emptyTruth() };
  await begin(told.world, "first");
  if (scenario.isTwice) await begin(told.world, "second");
  for (const event of events) await tellEvent(told, event);
  if (isFinished) await finish(told);
  const flows = rowsOf(told.world.memory, "flow");
  return {
    outcomes: flows.map(({ outcome }) => String(outcome ?? "open")),
    steps: flows.reduce((sum, { turn }) => sum + Number(turn) - 1, 0),
  };
};
