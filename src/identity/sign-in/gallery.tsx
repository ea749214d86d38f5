import { AnnouncedMaintenance } from "../../guidance/index.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Told } from "../../society/index.ts";
import type { InBoth, Society } from "../../society/types.ts";
import { states } from "../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../ui/gallery/types.ts";
import { signInWords } from "./text.ts";
import { type NoticeKind, NoticePage } from "./views/notice-page.tsx";
import { SignInPage, type SignInPageProps } from "./views/sign-in-page.tsx";

const title: InBoth = { ja: "ログイン画面", en: "Sign-in page" };

const passkey = { options: "{}", challenge: "" };

/** As `show` makes it: without the script, which would ask for a passkey. */
const signIn = (
  name: string,
  state: InBoth,
  own: Partial<SignInPageProps> & {
    readonly fits?: (society: Society) => boolean;
    readonly announced?: readonly Told[];
  } = {},
): PageSample => {
  const { fits, announced: windows = [], ...shown } = own;
  return {
    name,
    title,
    state,
    ...(fits ? { fits } : {}),
    routes: ["GET /", "GET /sign-in"],
    page: ({ request }) => (
      <SignInPage
        view={request.view()}
        style={request.society?.policy.firstSignIn.style ?? "classic"}
        maintenance={
          <AnnouncedMaintenance view={request.view()} state={{ kind: "announced", windows }} />
        }
        continuation=""
        refusedUnder={null}
        passkey={passkey}
        {...shown}
      />
    ),
  };
};

const notices: readonly (readonly [NoticeKind, InBoth])[] = [
  ["used", states.used],
  ["expired", states.expired],
  ["replaced", states.replaced],
];

const notice = (kind: NoticeKind, about: Pick<PageSample, "title" | "state">): PageSample => ({
  name: `notice-${kind}`,
  ...about,
  routes: kind === "too-many" ? ["POST /sign-in", "POST /sign-in/passkey"] : ["POST /sign-in"],
  page: ({ request, society }) => (
    <NoticePage view={kind === "too-many" ? request.view() : request.view(society)} kind={kind} />
  ),
});

const letter: InBoth = { ja: "使えない仮パスワード", en: "A letter that no longer works" };

const mailed: InBoth = {
  ja: "メールの仮パスワードが使えない",
  en: "A mailed provisional password that no longer works",
};

export const gallery: readonly FeatureGallery[] = [
  {
    name: "sign-in",
    title: { ja: "ログイン", en: "Sign-in" },
    samples: [
      signIn("empty", states.empty),
      signIn(
        "without-passkeys",
        { ja: "パスキーを使わない組合", en: "A society that has no passkeys" },
        { passkey: null },
      ),
      signIn(
        "refused",
        { ja: "IDかパスワードの間違い", en: "Wrong ID or password" },
        { userId: "hanako822", refusedUnder: "7K2P-9DQX" },
      ),
      signIn(
        "passkey",
        { ja: "パスキーを使えるブラウザ", en: "A browser that knows passkeys" },
        { passkeyShown: {} },
      ),
      signIn(
        "passkey-not-done",
        { ja: "パスキーの画面を閉じたあと", en: "The browser's own window was closed" },
        { passkeyShown: { hasFailed: true } },
      ),
      signIn(
        "passkey-refused",
        { ja: "パスキーで断られたあと", en: "A passkey was refused" },
        { refusedUnder: "7K2P-9DQX", refusedWay: "passkey", passkeyShown: {} },
      ),
      signIn(
        "signed-out",
        { ja: "ログアウトのあと", en: "After signing out" },
        { ended: "by-member" },
      ),
      signIn(
        "session-ended",
        { ja: "時間切れのあと", en: "After the session ended" },
        { ended: "by-limit" },
      ),
      signIn(
        "input-kept",
        { ja: "送った内容を預かった", en: "What was sent is kept" },
        { ended: "by-limit", isKeeping: true },
      ),
      signIn(
        "resumable",
        { ja: "登録の途中", en: "A registration is open" },
        { isResumable: true },
      ),
      signIn(
        "maintenance-announced",
        { ja: "お休みの予告", en: "Maintenance announced" },
        {
          announced: [
            {
              from: "2026-11-25T12:00:00.000Z" as Instant,
              to: "2026-11-25T15:00:00.000Z" as Instant,
              reason: null,
            },
            {
              from: "2026-11-28T13:00:00.000Z" as Instant,
              to: "2026-11-28T21:00:00.000Z" as Instant,
              reason: { ja: "設備を入れ替えます。", en: "We replace equipment." },
            },
          ],
          fits: ({ policy }) => policy.maintenance !== null,
        },
      ),
      ...notices.map(([kind, state]) => notice(kind, { title: letter, state })),
      notice("mailed-used", { title: mailed, state: states.used }),
      notice("mailed-expired", { title: mailed, state: states.expired }),
      notice("too-many", {
        title: { ja: signInWords("ja").tooManyTitle, en: signInWords("en").tooManyTitle },
        state: states.tooMany,
      }),
    ],
    pageless: {
      "GET /sign-in/passkey": "leads to the sign-in page",
      "POST /sign-out": "leads to the sign-in page",
    },
  },
];
