import { sampleSession } from "../../identity/sessions/index.ts";
import { type Instant, later, type PlainDate } from "../../kernel/time.ts";
import type { Session } from "../../platform/http/types.ts";
import type { MaintenanceState } from "../../society/index.ts";
import type { InBoth } from "../../society/types.ts";
import { sampleNow } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { type ServiceTile, serviceTiles } from "../tiles.ts";
import { HomePage } from "./home-page.tsx";
import { dateTime } from "./routes.tsx";

type Own = Partial<
  Pick<
    Session,
    | "addressUnconfirmed"
    | "addressFailed"
    | "hasSecondAddress"
    | "factorMethod"
    | "lostOn"
    | "passwordChangedAt"
  >
> & {
  readonly isFirst?: boolean;
  readonly hasJustSent?: boolean;
  readonly hasJustRegistered?: boolean;
  readonly tiles?: readonly ServiceTile[];
  readonly maintenance?: MaintenanceState;
};

/** One of each kind, whatever this installation has. */
const tiles: readonly ServiceTile[] = [
  {
    name: "medical-costs",
    icon: "medical-costs",
    group: "records",
    href: "/services/medical-costs",
    title: { ja: "医療費情報", en: "Medical costs" },
    note: { ja: "8月分まで見られます", en: "Until August" },
  },
  {
    name: "eligibility-notice",
    icon: "eligibility-notice",
    group: "eligibility",
    href: "/services/eligibility-notice",
    title: { ja: "資格情報のお知らせ", en: "Eligibility notice" },
    note: { ja: "記号・番号を確かめる", en: "See your symbol and number" },
  },
];

const title: InBoth = { ja: "ホーム", en: "Home" };

const home = (name: string, state: InBoth, own: Own = {}): PageSample => ({
  name,
  title,
  state,
  routes: ["GET /"],
  isMember: true,
  page: ({ request, society }) => {
    const { isFirst = false, addressUnconfirmed = false, factorMethod = "totp" } = own;
    const { addressFailed = false, hasSecondAddress = false } = own;
    const addresses = { addressUnconfirmed, addressFailed, hasSecondAddress };
    const last = dateTime(request.lang, later(request.now, { days: -16, hours: 9 }));
    return (
      <HomePage
        view={request.view()}
        society={society}
        now={request.now}
        maintenance={own.maintenance ?? { kind: "none" }}
        session={sampleSession(society, {
          ...addresses,
          factorMethod,
          lostOn: own.lostOn ?? null,
          passwordChangedAt: own.passwordChangedAt ?? request.now,
        })}
        lastSignIn={isFirst ? null : last}
        tiles={own.tiles ?? serviceTiles.filter((tile) => society.services.includes(tile.name))}
        hasJustSent={own.hasJustSent ?? false}
        hasJustRegistered={own.hasJustRegistered ?? false}
      />
    );
  },
});

export const gallery: readonly FeatureGallery[] = [
  {
    name: "home",
    title,
    samples: [
      home("plain", { ja: "いつもの画面", en: "As always" }),
      home(
        "cover-ended",
        { ja: "資格がなくなったあと", en: "After the cover has ended" },
        { lostOn: "2026-10-01" as PlainDate, tiles },
      ),
      home("first", { ja: "はじめて", en: "The first time" }, { isFirst: true }),
      home(
        "without-second-factor",
        { ja: "二段階認証なし", en: "Without a second step" },
        { factorMethod: null },
      ),
      home("services", { ja: "サービスあり", en: "With services" }, { tiles }),
      home(
        "registered",
        { ja: "登録の直後", en: "Just registered" },
        { isFirst: true, hasJustRegistered: true },
      ),
      home(
        "address-unconfirmed",
        { ja: "アドレスが未確認", en: "Address not confirmed" },
        { addressUnconfirmed: true },
      ),
      home(
        "maintenance-announced",
        { ja: "お休みの予告", en: "Maintenance announced" },
        {
          maintenance: {
            kind: "announced",
            windows: [
              {
                from: "2026-11-25T12:00:00.000Z" as Instant,
                to: "2026-11-25T15:00:00.000Z" as Instant,
                reason: null,
              },
            ],
          },
        },
      ),
      home(
        "address-failed",
        { ja: "メールが届かなかった", en: "Mail came back" },
        { addressFailed: true },
      ),
      home(
        "address-failed-second",
        { ja: "メールが届かなかった(予備あり)", en: "Mail came back; there is a second address" },
        { addressFailed: true, hasSecondAddress: true },
      ),
      {
        ...home(
          "password-ending",
          { ja: "パスワードの有効期限が近い", en: "The password will expire soon" },
          { passwordChangedAt: later(sampleNow, { days: -348 }) },
        ),
        fits: ({ policy }) => policy.password.maxAgeDays === 360,
      },
      home(
        "mail-sent",
        { ja: "確認のメールを送った", en: "The mail was sent again" },
        { addressUnconfirmed: true, hasJustSent: true },
      ),
    ],
  },
];
