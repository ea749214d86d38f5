import { later } from "../../../kernel/time.ts";
import type { InBoth, Society } from "../../../society/types.ts";
import { sampleNow, states } from "../../../ui/gallery/states.ts";
import type { PageSample, Setting } from "../../../ui/gallery/types.ts";
import { shownIn } from "../pages/pages.tsx";
import type { Addresses } from "../rules.ts";
import type { Done } from "../types.ts";
import { AddressesPage } from "../views/addresses-page.tsx";
import { NoticesPage } from "../views/notices-page.tsx";
import { RemovePage, SwapPage } from "../views/second-pages.tsx";

const day = (days: number) => later(sampleNow, { days });

export const email = "h.suzuki@company.example";
export const second = "hanako.suzuki@home.example";

export const main: Addresses = {
  email,
  confirmedAt: day(-200),
  failedAt: null,
  second: null,
  secondConfirmedAt: null,
};
const both: Addresses = { ...main, second, secondConfirmedAt: day(-20) };

type Own = { readonly given?: Addresses; readonly done?: Done };

const hub = (name: string, state: InBoth, { given = both, done }: Own = {}): PageSample => ({
  name: `addresses-${name}`,
  title: { ja: "メールアドレス", en: "E-mail addresses" },
  state,
  routes: ["GET /profile/email"],
  isMember: true,
  page: ({ request }) => (
    <AddressesPage view={request.view()} shown={shownIn(request.lang, given)} done={done ?? null} />
  ),
});

const done = (what: Done, ja: string, en: string, given = both): PageSample =>
  hub(`done-${what}`, { ja, en }, { given, done: what });

const asking = (
  name: string,
  state: InBoth,
  page: (setting: Setting) => ReturnType<PageSample["page"]>,
): PageSample => ({
  name: `second-${name}`,
  title: { ja: "予備のメールアドレス", en: "The second e-mail address" },
  state,
  routes: [`GET /profile/second-address/${name === "delete" ? "delete" : "main"}`],
  isMember: true,
  page,
});

type Wish = { readonly wants?: boolean; readonly hasAddress?: boolean; readonly done?: Done };

const modeOf = ({ policy }: Society) => policy.updateMails.mode;

const notices = (name: string, state: InBoth, own: Wish | null = {}): PageSample => ({
  name: `notices-${name}`,
  title: { ja: "通知情報更新時のメール通知", en: "Mails when records are updated" },
  state,
  fits: (society) =>
    own === null ? modeOf(society) === name : modeOf(society) === "by-preference",
  routes: ["GET /profile/notices"],
  isMember: true,
  page: ({ request, society }) => (
    <NoticesPage
      view={request.view()}
      mode={modeOf(society)}
      wants={own?.wants ?? false}
      hasAddress={own?.hasAddress ?? true}
      done={own?.done ?? null}
    />
  ),
});

/** What needs no flow. */
export const pageSamples: readonly PageSample[] = [
  hub("plain", states.plain),
  hub("one", { ja: "予備なし", en: "No second one" }, { given: main }),
  hub(
    "none",
    { ja: "登録なし", en: "None" },
    { given: { ...main, email: null, confirmedAt: null } },
  ),
  hub(
    "unconfirmed",
    { ja: "未確認", en: "Not confirmed" },
    { given: { ...main, confirmedAt: null } },
  ),
  hub(
    "failed",
    { ja: "届かなかった", en: "Mail came back" },
    { given: { ...main, failedAt: day(-2) } },
  ),
  hub(
    "failed-second",
    { ja: "届かなかった(予備あり)", en: "Mail came back; there is a second one" },
    { given: { ...both, failedAt: day(-2) } },
  ),
  done("main-changed", "変更した", "Changed", main),
  done("main-confirmed", "確認した", "Confirmed", main),
  done("second-set", "予備を登録した", "The second one is registered"),
  done("second-removed", "予備を削除した", "The second one is deleted", main),
  done("swapped", "予備が主になった", "The second one is the main one"),
  done("no-second", "予備はもうない", "There is no second one any more", main),
  asking("main", states.plain, ({ request }) => (
    <SwapPage view={request.view()} second={second} keeps />
  )),
  asking("main-drops", { ja: "主なアドレスが外れる", en: "The main one goes" }, ({ request }) => (
    <SwapPage view={request.view()} second={second} keeps={false} />
  )),
  asking("delete", states.plain, ({ request }) => (
    <RemovePage view={request.view()} second={second} />
  )),
  notices("plain", states.plain),
  notices("saved", { ja: "保存した", en: "Saved" }, { wants: true, done: "notices-on" }),
  notices("stopped", { ja: "止めた", en: "Stopped" }, { done: "notices-off" }),
  notices("no-address", { ja: "アドレスなし", en: "No address" }, { hasAddress: false }),
  notices("always", { ja: "全員に送る組合", en: "Everybody is told" }, null),
  notices("off", { ja: "送らない組合", en: "Nobody is told" }, null),
];
