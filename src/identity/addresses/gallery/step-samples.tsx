import { messagesOf } from "../../../flow/index.ts";
import { asId } from "../../../kernel/ids.ts";
import { refuse } from "../../../kernel/result.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { errorsState, sampleNow, states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import { codeTries, type KeptCheck } from "../../mail-check/index.ts";
import { ends, path } from "../changing/flow.ts";
import { titlesOf } from "../changing/text/titles-text.ts";
import type { Addresses, Which } from "../rules.ts";
import { endedWords } from "../text/ended-text.ts";
import { stepsWording } from "../text/steps-text.ts";
import { AddressPage } from "../views/address-page.tsx";
import { ApplyPage } from "../views/apply-page.tsx";
import { EndedPage } from "../views/ended-page.tsx";
import { CheckPage } from "../views/waiting/check-page.tsx";
import { main, second } from "./page-samples.tsx";

const routes = [`GET ${path}/:step`];
const mailDomain = "mail.example.jp";

type Refused = { readonly code: string; readonly facts?: Record<string, string | number> };

const errorsIn = (lang: Language, field: string, refused: Refused | undefined) =>
  messagesOf(
    lang,
    stepsWording(lang),
    refused ? { [field]: refuse(refused.code, refused.facts ?? {}) } : {},
  );

type Typing = {
  readonly which?: Which;
  readonly typed?: string;
  readonly refused?: Refused;
  readonly current?: Addresses;
};

const address = (name: string, state: InBoth, own: Typing = {}): PageSample => ({
  name: `address-${name}`,
  title: { ja: "メールアドレスの入力", en: "Typing an address" },
  state,
  routes,
  isMember: true,
  page: ({ request }) => (
    <AddressPage
      view={request.view()}
      which={own.which ?? "main"}
      form={{
        action: `${path}/address`,
        turn: "1",
        email: own.typed ?? "",
        errors: errorsIn(request.lang, "email", own.refused),
      }}
      current={own.current ?? main}
      mailDomain={mailDomain}
    />
  ),
});

type Mailed = Partial<KeptCheck> & { readonly ago?: number };

const mailed = ({ ago = 0, ...own }: Mailed): KeptCheck => {
  const sentAt = later(sampleNow, { seconds: -ago });
  return {
    id: asId("01977420-0000-7000-8000-000000000004"),
    flowId: asId("01977420-0000-7000-8000-000000000022"),
    step: "check",
    email: second,
    codeMac: "",
    nth: 1,
    wrong: 0,
    sentAt,
    codeUntil: later(sentAt, { minutes: 10 }),
    linkUntil: later(sentAt, { minutes: 60 }),
    confirmedAt: null,
    mailState: "sent",
    ...own,
  };
};

type Checking = { readonly mail?: Mailed | null; readonly refused?: Refused & { field?: string } };

const check = (name: string, state: InBoth, { mail = {}, refused }: Checking = {}): PageSample => ({
  name: `check-${name}`,
  title: { ja: titlesOf("ja").check ?? "", en: titlesOf("en").check ?? "" },
  state,
  routes,
  isMember: true,
  page: ({ request }) => (
    <CheckPage
      view={request.view()}
      form={{
        action: `${path}/check`,
        turn: "1",
        errors: errorsIn(request.lang, refused?.field ?? "code", refused),
      }}
      check={mail && mailed(mail)}
      address={second}
      now={request.now}
      mailDomain={mailDomain}
    />
  ),
});

const apply = (which: Which, state: InBoth): PageSample => ({
  name: `apply-${which}`,
  title: { ja: titlesOf("ja").apply ?? "", en: titlesOf("en").apply ?? "" },
  state,
  routes,
  isMember: true,
  page: ({ request }) => (
    <ApplyPage
      view={request.view()}
      which={which}
      form={{ action: `${path}/apply`, turn: "1" }}
      address={second}
    />
  ),
});

const outcomes = [...new Set([...Object.values(ends).flat(), "expired", "absent"])];

const ended = (outcome: string): PageSample => {
  const titleIn = (lang: Language) => {
    const words = endedWords(lang);
    return (words.outcomes[outcome] ?? words.expired)[0];
  };
  return {
    name: `ended-${outcome}`,
    title: { ja: "メールアドレスの変更の終わり", en: "Where changing an address ends" },
    state: { ja: `${titleIn("ja")} (${outcome})`, en: `${titleIn("en")} (${outcome})` },
    routes: [`GET ${path}`, `GET ${path}/completed`, `GET ${path}/ended`],
    isMember: true,
    page: ({ request }) => <EndedPage view={request.view()} outcome={outcome} />,
  };
};

const typed = "hanako.suzuki.home.example";
const none: Addresses = { ...main, email: null, confirmedAt: null };

/** The flow, page by page. */
export const stepSamples: readonly PageSample[] = [
  address("main", states.empty),
  address("first", { ja: "はじめての登録", en: "The first one" }, { current: none }),
  address("second", { ja: "予備の登録", en: "The second one" }, { which: "second" }),
  address("empty", errorsState(1), { refused: { code: "empty" } }),
  address("form", errorsState(2), { typed, refused: { code: "mail-without-at" } }),
  address("same", errorsState(3), { typed: main.email ?? "", refused: { code: "address-same" } }),
  address("is-main", errorsState(4), {
    which: "second",
    typed: main.email ?? "",
    refused: { code: "address-is-main" },
  }),
  address("used-up", states.tooMany, {
    typed: second,
    refused: { code: "mails-used-up", facts: { most: 10 } },
  }),
  address("no-main", errorsState(5), {
    which: "second",
    typed: second,
    current: none,
    refused: { code: "address-no-main" },
  }),
  check("sent", { ja: "送った直後", en: "Just sent" }),
  check("a-minute-later", { ja: "1分後", en: "A minute later" }, { mail: { ago: 60 } }),
  check("unsent", { ja: "まだ送っていない", en: "Not sent yet" }, { mail: null }),
  check(
    "late",
    { ja: "送信待ち", en: "Still to be sent" },
    { mail: { ago: 60, mailState: "queued" } },
  ),
  check(
    "failed",
    { ja: "送れなかった", en: "Could not be sent" },
    { mail: { ago: 60, mailState: "failed" } },
  ),
  check(
    "undeliverable",
    { ja: "届かなかった", en: "Did not arrive" },
    { mail: { mailState: "undeliverable" } },
  ),
  check("wrong", errorsState(1), {
    mail: { ago: 60, wrong: 1 },
    refused: { code: "code-wrong", facts: { left: 4 } },
  }),
  check("used-up", states.tooMany, {
    mail: { ago: 60, wrong: codeTries },
    refused: { code: "code-used-up" },
  }),
  check("expired", states.expired, {
    mail: { ago: 11 * 60 },
    refused: { code: "code-expired" },
  }),
  check("too-soon", errorsState(2), { refused: { code: "mail-too-soon", field: "" } }),
  check("none", errorsState(3), { mail: null, refused: { code: "code-none" } }),
  check("button-void", errorsState(4), { refused: { code: "button-void" } }),
  apply("main", states.plain),
  apply("second", { ja: "予備の登録", en: "The second one" }),
  ...outcomes.map(ended),
];
