import type { Policy } from "../../../society/policy/policy.ts";
import type { InBoth, Society } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { PageSample } from "../../../ui/gallery/types.ts";
import type { Done } from "../notice.ts";
import { profileProps } from "../pages/profile.tsx";
import { ProfilePage } from "../views/profile-page.tsx";
import {
  allows,
  isOptional,
  isRequired,
  methods,
  profileIn,
  type Told,
  visitIn,
} from "./member.ts";

const title: InBoth = { ja: "プロフィール変更", en: "Profile" };

type Own = Told & {
  readonly done?: Done["what"];
  readonly fits?: (society: Society) => boolean;
};

const profile = (name: string, state: InBoth, own: Own = {}): PageSample => ({
  name,
  title,
  state,
  ...(own.fits ? { fits: own.fits } : {}),
  routes: ["GET /profile"],
  isMember: true,
  page: (setting) => {
    const visit = visitIn(setting, own.policy);
    const shown = profileIn(visit, own);
    const [which] = shown.known.factors;
    const notice = own.done ? { what: own.done, ...(which ? { which } : {}) } : null;
    return <ProfilePage {...profileProps(methods, visit, { profile: shown, notice })} />;
  },
});

/** 「メール認証」 was allowed once. */
const withoutMail = ({ secondFactor, ...policy }: Policy): Policy => {
  const methods = ["passkey", "totp"] as const;
  return { ...policy, secondFactor: { ...secondFactor, methods: [...methods] } };
};

const done = (what: Done["what"], ja: string, en: string, own: Own = {}): PageSample =>
  profile(`done-${what}`, { ja, en }, { enrolled: ["totp"], codesLeft: 10, done: what, ...own });

/** The page itself, and what it says of what was just done. */
export const profileSamples: readonly PageSample[] = [
  profile("plain", states.plain, { enrolled: ["totp"], codesLeft: 8 }),
  profile(
    "several",
    { ja: "いくつも登録", en: "Several enrolled" },
    {
      enrolled: ["passkey", "totp", "mail-otp", "recovery-codes"],
      codesLeft: 10,
      fits: allows("mail-otp"),
    },
  ),
  profile("none", { ja: "二段階認証なし", en: "Nothing enrolled" }, { fits: isOptional }),
  profile(
    "none-required",
    { ja: "必須になった直後", en: "Demanded since, nothing enrolled" },
    { fits: isRequired },
  ),
  profile(
    "codes-few",
    { ja: "リカバリーコードが残り少ない", en: "Few recovery codes left" },
    { enrolled: ["totp"], codesLeft: 3 },
  ),
  profile(
    "codes-none",
    { ja: "リカバリーコードなし", en: "No recovery codes" },
    { enrolled: ["passkey"] },
  ),
  profile(
    "address-none",
    { ja: "メールアドレスなし", en: "No e-mail address" },
    { enrolled: ["totp"], codesLeft: 10, hasAddress: false },
  ),
  profile(
    "address-unconfirmed",
    { ja: "アドレスが未確認", en: "Address not confirmed" },
    { enrolled: ["totp"], codesLeft: 10, isConfirmed: false },
  ),
  profile(
    "address-failed",
    { ja: "メールが届かなかった", en: "Mail came back" },
    {
      ...{ enrolled: ["totp"], codesLeft: 10, hasFailed: true },
      ...{ second: "hanako.suzuki@home.example", wantsUpdateMails: true },
    },
  ),
  profile(
    "not-allowed",
    { ja: "使えなくなった方法がある", en: "A way that is not offered any more" },
    { enrolled: ["mail-otp", "totp"], codesLeft: 10, policy: withoutMail },
  ),
  done("added", "登録したあと", "After adding"),
  done("removed", "削除したあと", "After deleting"),
  done("renamed", "名前を変えたあと", "After renaming"),
  done("active", "認証方法を変えたあと", "After changing the second step"),
  done("codes-made", "リカバリーコードを作ったあと", "After making recovery codes"),
  done("off", "使わない設定にしたあと", "After turning it off", { enrolled: [], fits: isOptional }),
  done("unchanged", "何も変えなかったあと", "After changing nothing"),
  done("gone", "もう登録がなかったとき", "It was gone already"),
  done("last", "最後の1つだったとき", "It was the last one"),
  done("display", "表示の設定を変えたあと", "After changing the display"),
  done("password", "パスワードを変えたあと", "After changing the password"),
  done(
    "password-everywhere",
    "パスワードを変えて、ほかの機器を終えたあと",
    "After changing the password, others signed out",
  ),
  done("choose", "方法を選ばなかったとき", "Nothing was chosen"),
];
