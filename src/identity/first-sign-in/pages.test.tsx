import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shown } from "../../flow/index.ts";
import { messagesOf, sentencesOf } from "../../flow/text.ts";
import { refuse } from "../../kernel/result.ts";
import { type Instant, later } from "../../kernel/time.ts";
import { defaultPolicy, type Policy } from "../../society/policy/policy.ts";
import type { View } from "../../ui/index.ts";
import { noFactorYet } from "../factor-steps/index.ts";
import type { KeptCheck } from "../mail-check/index.ts";
import { changes } from "./finish/changes.ts";
import { wording } from "./text/wording.ts";
import type { State } from "./types.ts";
import { AddressPage } from "./views/address-page.tsx";
import { IdentityPage } from "./views/identity-page.tsx";
import { PasswordPage } from "./views/password-page.tsx";
import { UserIdPage } from "./views/user-id-page.tsx";
import { AddressCheckPage } from "./views/waiting/address-check-page.tsx";

/** 10:32:40 in Tokyo. */
const now = "2026-11-20T01:32:40.000Z" as Instant;

const viewIn = (lang: View["lang"]): View => ({
  lang,
  size: "standard",
  path: "/first-sign-in",
  formToken: "t",
  requestId: "r",
  frame: { name: "組合", mark: "組", brandHref: "/b.css", member: null, contact: null },
});

const state = {
  issuedId: "1234567890123",
  isWeak: false,
  fileAddress: null,
  email: "hanako@example.jp",
  verified: [],
  userId: null,
  factor: {
    ...noFactorYet,
    person: { isInsuredPerson: true, isMailExempt: false },
    factors: [],
  },
} as unknown as State;

type Given = {
  readonly policy?: Policy;
  readonly state?: Partial<State>;
  readonly now?: Instant;
  readonly errors?: Shown<State>["errors"];
  readonly changed?: readonly string[];
  readonly typed?: Readonly<Record<string, string>>;
};

const shownWith = (given: Given = {}): Shown<State> =>
  ({
    scene: {
      policy: given.policy ?? defaultPolicy,
      flow: { state: { ...state, ...given.state } },
      now: given.now ?? now,
    },
    action: "/first-sign-in/address-check",
    turn: "7",
    typed: given.typed ?? {},
    errors: given.errors ?? {},
    changed: given.changed ?? [],
  }) as unknown as Shown<State>;

const sent: KeptCheck = {
  email: "hanako@example.jp",
  wrong: 0,
  sentAt: now,
  codeUntil: later(now, { minutes: 10 }),
  linkUntil: later(now, { minutes: 60 }),
  confirmedAt: null,
  mailState: "sent",
} as unknown as KeptCheck;

type Waiting = Given & {
  readonly check?: KeptCheck | null;
  readonly lang?: View["lang"];
  readonly isOnFile?: boolean;
};

const waitingPage = ({ check = sent, lang = "ja", isOnFile = false, ...given }: Waiting = {}) =>
  String(
    <AddressCheckPage
      view={viewIn(lang)}
      shown={shownWith(given)}
      check={check}
      address="hanako@example.jp"
      isOnFile={isOnFile}
      mailDomain="portal.example"
    />,
  );

const textOf = (html: string) => html.replace(/<[^>]+>/g, "");
const isCodeAsked = (html: string) => html.includes('name="code"');
const mainButtons = (html: string) => html.match(/btn--main/g)?.length;

test("waiting: the time of the mail, the end of its number, when the next may go", () => {
  const html = waitingPage();
  const text = textOf(html);
  assert.match(text, /hanako@example\.jp へ、10時32分にメールを送りました/);
  assert.match(text, /10時42分まで使えます/);
  // 10:33:40 is after 10:33 and not yet 10:34: whoever waits for 10:34 is not refused.
  assert.match(text, /続けては送れません。10時34分を過ぎてから押してください。\(いま10時32分\)/);
  assert.match(html, /autocomplete="one-time-code"/);
  assert.match(html, /hidden="" data-standing="\/first-sign-in\/standing" data-turn="7"/);
  assert.equal(mainButtons(html), 1);
  assert.match(
    textOf(waitingPage({ lang: "en" })),
    /until 10:42.*Press after 10:34\. \(It is 10:32 now\.\)/s,
  );
});

test("after a minute nobody is told to wait, nor that a mail has just gone", () => {
  const message = messagesOf("ja", wording("ja"), { "": refuse("mail-too-soon") });
  const soon = waitingPage({ errors: message });
  assert.match(soon, /id="summary-title"/);
  const then = waitingPage({ errors: message, now: later(now, { seconds: 60 }) });
  assert.doesNotMatch(then, /id="summary-title"|続けては送れません/);
});

test("a number that no longer works is not asked for: 再送信 is the one main button", () => {
  const cases: readonly (readonly [Waiting, RegExp])[] = [
    [{ now: later(now, { minutes: 10 }) }, /使える時間が過ぎました/],
    [{ check: { ...sent, wrong: 5 } }, /この番号は、使えなくなりました/],
  ];
  for (const [given, said] of cases) {
    const html = waitingPage(given);
    assert.ok(!isCodeAsked(html));
    assert.match(html, said);
    assert.equal(mainButtons(html), 1);
    assert.equal(html.match(/value="resend"/g)?.length, 1);
    // What the summary links to is there.
    assert.match(html, /id="code"/);
  }
});

test("the next day the page says the day too", () => {
  const text = textOf(waitingPage({ now: later(now, { hours: 20 }) }));
  assert.match(text, /11月20日\(金\)10時32分にメールを送りました/);
});

test("a mail that the address did not take is told, with what can be done about it", () => {
  const check = { ...sent, mailState: "undeliverable" as const };
  assert.match(textOf(waitingPage({ check })), /届けられませんでした.*入力し直す/s);
  const onFile = waitingPage({ check, isOnFile: true });
  assert.match(textOf(onFile), /届けられませんでした.*組合へご連絡ください/s);
  assert.doesNotMatch(waitingPage(), /届けられませんでした/);
});

test("a mail that could not be sent says nothing against the address", () => {
  const check = { ...sent, mailState: "failed" as const };
  for (const isOnFile of [false, true]) {
    const html = waitingPage({ check, isOnFile });
    assert.match(textOf(html), /メールを送れませんでした.*しばらくしてから「再送信」/s);
    assert.doesNotMatch(html, /届けられませんでした|間違いがないか|使えないようです/);
    assert.match(html, /value="resend"/);
  }
  assert.match(textOf(waitingPage({ check, lang: "en" })), /could not be sent.*“Send again”/s);
});

test("a mail that still waits a minute after it was asked for: sending takes longer", () => {
  const check = { ...sent, mailState: "queued" as const };
  const after = (seconds: number) => waitingPage({ check, now: later(now, { seconds }) });
  assert.doesNotMatch(after(59), /時間がかかっています/);
  assert.match(after(60), /note--info.*いつもより時間がかかっています/s);
  assert.doesNotMatch(waitingPage({ now: later(now, { minutes: 5 }) }), /いつもより時間が/);
});

test("an address on file cannot be changed from here; a classic one is, on its own page", () => {
  assert.doesNotMatch(waitingPage({ isOnFile: true }), /href="\/first-sign-in\/(address|details)"/);
  assert.match(waitingPage(), /href="\/first-sign-in\/address"/);
  const classic = { ...defaultPolicy.firstSignIn, style: "classic" as const };
  const policy = { ...defaultPolicy, firstSignIn: classic };
  assert.match(waitingPage({ policy }), /href="\/first-sign-in\/details"/);
});

test("no mail yet: one button sends it", () => {
  const html = waitingPage({ check: null });
  assert.ok(!isCodeAsked(html));
  assert.match(html, /name="action" value="resend"/);
  assert.equal(mainButtons(html), 1);
});

test("a password that may be guessed is asked everything, whatever the policy asks", () => {
  const proof = ["birth-date" as const];
  const policy = { ...defaultPolicy, firstSignIn: { ...defaultPolicy.firstSignIn, proof } };
  const page = (isWeak: boolean) =>
    String(
      <IdentityPage
        view={viewIn("ja")}
        shown={shownWith({ policy, state: { isWeak } })}
        edition="1"
      />,
    );
  assert.doesNotMatch(page(false), /name="insurerNumber"/);
  assert.match(page(true), /name="insurerNumber".*name="birthDate"/s);
  assert.doesNotMatch(page(false), /name="terms"/);
});

const passwordPage = (given: Given, lang: View["lang"] = "ja") =>
  String(
    <PasswordPage
      view={viewIn(lang)}
      shown={shownWith(given)}
      userId="hanako79"
      isFormer={false}
    />,
  );

test("the way counts what is asked: 認証方法 where it is demanded, the user ID unless it stays", () => {
  const page = (policy: Policy) => textOf(passwordPage({ policy }));
  const userId = { ...defaultPolicy.userId, changeable: "never" as const };
  const secondFactor = { ...defaultPolicy.secondFactor, demand: "optional" as const };
  assert.match(page(defaultPolicy), /手順 6 \/ 6/);
  assert.match(page({ ...defaultPolicy, userId }), /手順 5 \/ 5/);
  assert.match(page({ ...defaultPolicy, secondFactor }), /手順 5 \/ 5/);
  assert.match(page({ ...defaultPolicy, userId, secondFactor }), /手順 4 \/ 4/);
});

test("「ユーザIDの変更・認証方法 の設定」 stands where both are asked", () => {
  const page = (policy: Policy) => {
    const shown = shownWith({ policy });
    return textOf(String(<UserIdPage view={viewIn("ja")} shown={shown} symbols="" mayKeep />));
  };
  const said = /ユーザIDの変更・認証方法 の設定.*\* 必須フィールド/;
  assert.match(page(defaultPolicy), said);
  const secondFactor = { ...defaultPolicy.secondFactor, demand: "optional" as const };
  assert.doesNotMatch(page({ ...defaultPolicy, secondFactor }), said);
});

test("whom staff exempted from an address is told that none is needed", () => {
  const factor = { ...state.factor, person: { ...state.factor.person, isMailExempt: true } };
  const shown = shownWith({ state: { factor, email: null } });
  const page = (
    <AddressPage
      view={viewIn("ja")}
      shown={shown}
      mailDomain="portal.example"
      isNeeded={false}
      isPreferenceAsked={false}
    />
  );
  assert.match(textOf(String(page)), /メールアドレスをお持ちでない方は、空欄のまま/);
});

test("the list of forbidden characters leaves out what the policy allows", () => {
  const page = (symbols: string) => {
    const policy = { ...defaultPolicy, userId: { ...defaultPolicy.userId, symbols } };
    return String(
      <UserIdPage view={viewIn("ja")} shown={shownWith({ policy })} symbols={symbols} mayKeep />,
    );
  };
  const glyphs = (html: string) => html.match(/class="glyph"/g)?.length;
  assert.equal(glyphs(page("")), 32);
  assert.equal(glyphs(page("-_.")), 29);
  assert.doesNotMatch(page("-_."), /class="glyph">_</);
  assert.match(page("-_."), /class="glyph">&amp;</);
});

test("an address of the members file is said to be that, until another one is typed", () => {
  const page = (email: string) =>
    String(
      <AddressPage
        view={viewIn("ja")}
        shown={shownWith({ state: { email: null, fileAddress: "a@example.jp" }, typed: { email } })}
        mailDomain="portal.example"
        isNeeded
        isPreferenceAsked={false}
      />,
    );
  assert.match(page("a@example.jp"), /組合に届け出のあるアドレス/);
  assert.doesNotMatch(page("b@example.jp"), /組合に届け出のあるアドレス/);
});

const codes = [
  ...["choose", "busy", "source-refused", "letter-refused", "identity-wrong", "terms-changed"],
  ...["file-address-changed", "code-none", "code-wrong", "code-expired", "code-used-up"],
  ...["button-void", "mails-used-up", "mail-too-soon", "factor-changed", "method-not-needed"],
];

test("every refusal and every changed rule has its words in both languages", () => {
  const other: Policy = {
    ...defaultPolicy,
    firstSignIn: { ...defaultPolicy.firstSignIn, proof: ["birth-date"] },
    email: { ...defaultPolicy.email, atRegistration: "optional" },
    secondFactor: { ...defaultPolicy.secondFactor, demand: "optional", methods: ["mail-otp"] },
    userId: {
      ...defaultPolicy.userId,
      ...{ minLength: 9, maxLength: 14, digitsOnlyMaxLength: 0, symbols: "", issuedMayStay: false },
    },
    password: { ...defaultPolicy.password, minLength: 9, needs: ["digit"], characters: "ascii" },
  };
  const both = [...changes(defaultPolicy, other), ...changes(other, defaultPolicy)];
  assert.equal(new Set(both.map(({ rule }) => rule.code)).size, 12);
  for (const lang of ["ja", "en"] as const) {
    const said = sentencesOf(
      wording(lang),
      both.map(({ rule }) => rule),
    );
    const refused = codes.map((code) => messagesOf(lang, wording(lang), { "": refuse(code) })[""]);
    for (const sentence of [...said, ...refused]) {
      assert.match(sentence ?? "", lang === "ja" ? /[ぁ-ん].*。$/ : /^[A-Z][^ぁ-ん]*\.$/);
      assert.doesNotMatch(sentence ?? "", /undefined|NaN|\[object/);
    }
    const html = passwordPage({ changed: said }, lang);
    assert.ok(said.every((sentence) => textOf(html).includes(sentence)));
    assert.match(html, /class="note note--info" role="status"/);
  }
});
