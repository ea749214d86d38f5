import type { InBoth, Language } from "../../../society/types.ts";
import { errorsState, states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import { ends, path } from "../changing/flow.ts";
import { titlesOf } from "../changing/text/titles-text.ts";
import type { Addresses, Which } from "../rules.ts";
import { endedWords } from "../text/ended-text.ts";
import { AddressPage } from "../views/address-page.tsx";
import { ApplyPage } from "../views/apply-page.tsx";
import { EndedPage } from "../views/ended-page.tsx";
import { checkSamples } from "./check-samples.tsx";
import { main, second } from "./page-samples.tsx";
import { errorsIn, mailDomain, type Refused, routes } from "./parts.ts";

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
  ...checkSamples,
  apply("main", states.plain),
  apply("second", { ja: "予備の登録", en: "The second one" }),
  ...outcomes.map(ended),
];
