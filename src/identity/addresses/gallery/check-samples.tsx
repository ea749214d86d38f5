import { asId } from "../../../kernel/ids.ts";
import { later } from "../../../kernel/time.ts";
import type { InBoth } from "../../../society/types.ts";
import { errorsState, sampleNow, states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import { codeTries, type KeptCheck } from "../../mail-check/index.ts";
import { path } from "../changing/flow.ts";
import { titlesOf } from "../changing/text/titles-text.ts";
import { CheckPage } from "../views/waiting/check-page.tsx";
import { second } from "./page-samples.tsx";
import { errorsIn, mailDomain, type Refused, routes } from "./parts.ts";

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

/** 「確認コード」: the page that waits for the mail. */
export const checkSamples: readonly PageSample[] = [
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
];
