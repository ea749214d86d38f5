import { messagesOf } from "../../../flow/index.ts";
import { refuse } from "../../../kernel/result.ts";
import type { InBoth, Society } from "../../../society/types.ts";
import { errorsState, states } from "../../../ui/gallery/states.ts";
import type { PageSample, Setting } from "../../../ui/gallery/types.ts";
import { factorLabel } from "../../factor-steps/index.ts";
import { meansOf } from "../pages/factor.tsx";
import { judgeRemoval } from "../removal.ts";
import { nameMessages, pageWords } from "../text/pages-text.ts";
import { LastPage, RemovePage } from "../views/remove-page.tsx";
import { RenamePage } from "../views/rename-page.tsx";
import { AddPage, ChangeMethodPage, NewCodesPage, TurnOffPage } from "../views/start-pages.tsx";
import {
  allows,
  factorsIn,
  isOptional,
  isRequired,
  methods,
  profileIn,
  type Told,
  visitIn,
} from "./member.ts";

type Own = {
  readonly state?: InBoth;
  readonly fits?: (society: Society) => boolean;
  readonly route: string;
};

const page = (
  name: string,
  title: InBoth,
  { state = states.plain, fits, route }: Own,
  show: (setting: Setting) => ReturnType<PageSample["page"]>,
): PageSample => ({
  name,
  title,
  state,
  ...(fits ? { fits } : {}),
  routes: [route],
  isMember: true,
  page: show,
});

const renameTitle: InBoth = { ja: "名前を変える", en: "Change the name" };
const renameRoute = "GET /profile/factors/:id/rename";

type Named = { readonly nth: number | null; readonly code?: string; readonly isKept?: boolean };

const rename = (name: string, state: InBoth, { nth, code, isKept = false }: Named): PageSample =>
  page(`rename-${name}`, renameTitle, { state, route: renameRoute }, ({ request }) => {
    const typed = nth === null ? "" : (factorsIn(request.lang, ["totp", "totp"])[nth]?.name ?? "");
    const wording = {
      labels: { name: pageWords(request.lang).name },
      messages: nameMessages(request.lang),
    };
    const refusals = code ? { name: refuse(code, { name: typed }) } : {};
    const errors = messagesOf(request.lang, wording, refusals);
    return (
      <RenamePage
        view={{ ...request.view(), isKept }}
        action="/profile/factors/1/rename"
        name={typed}
        errors={errors}
      />
    );
  });

const removeTitle: InBoth = { ja: "削除の確認", en: "Delete it?" };
const removeRoute = "GET /profile/factors/:id/delete";

const remove = (name: string, about: Omit<Own, "route">, told: Told): PageSample =>
  page(`delete-${name}`, removeTitle, { ...about, route: removeRoute }, (setting) => {
    const visit = visitIn(setting);
    const { known } = profileIn(visit, told);
    const { lang, view } = visit.request;
    const [factor] = known.factors;
    if (!factor) throw new Error("nothing to delete");
    const which = factorLabel(methods, lang, factor);
    const { policy } = visit.society;
    const judged = judgeRemoval({ policy, person: known.person }, known, factor.id);
    if (judged.kind !== "removed") return <LastPage view={view()} which={which} />;
    const means = meansOf(methods, lang, { factor, judged, active: known.active });
    const action = "/profile/factors/1/delete";
    return <RemovePage view={view()} action={action} which={which} means={means} proof="gallery" />;
  });

const methodTitle: InBoth = { ja: "認証方法の変更", en: "Change the second step" };
const methodRoute = "GET /profile/method";

const change = (name: string, state: InBoth, isEnrolled: boolean): PageSample =>
  page(`method-${name}`, methodTitle, { state, route: methodRoute }, ({ request }) => (
    <ChangeMethodPage
      view={request.view()}
      method="totp"
      title={methods.named("totp").title(request.lang)}
      isEnrolled={isEnrolled}
    />
  ));

const codes = (name: string, state: InBoth, left: number | null): PageSample =>
  page(
    `codes-${name}`,
    { ja: "リカバリーコードを新しく作る", en: "Make new recovery codes" },
    { state, route: "GET /profile/recovery-codes" },
    ({ request }) => <NewCodesPage view={request.view()} left={left} />,
  );

/** What asks before something is changed. */
export const pageSamples: readonly PageSample[] = [
  rename("plain", states.plain, { nth: 0 }),
  rename(
    "kept",
    { ja: "ログアウトの前に入力した", en: "Typed before the session ended" },
    { nth: 1, isKept: true },
  ),
  rename("empty", errorsState(1), { nth: null, code: "empty" }),
  rename("taken", errorsState(2), { nth: 1, code: "factor-name-taken" }),
  remove("one-of-two", { state: states.plain }, { enrolled: ["passkey", "passkey"] }),
  remove(
    "active",
    { state: { ja: "ほかの方法に変わるとき", en: "Another one is asked for then" } },
    { enrolled: ["totp", "passkey"] },
  ),
  remove(
    "all",
    {
      state: { ja: "最後の1つ(任意)", en: "The last one, where it is optional" },
      fits: isOptional,
    },
    { enrolled: ["totp", "recovery-codes"] },
  ),
  remove(
    "last",
    {
      state: { ja: "最後の1つ(必須)", en: "The last one, where it is demanded" },
      fits: isRequired,
    },
    { enrolled: ["totp", "recovery-codes"] },
  ),
  page(
    "add",
    { ja: "認証方法の追加", en: "Add a way to confirm" },
    { route: "GET /profile/factors/new" },
    ({ request }) => <AddPage view={request.view()} />,
  ),
  change("activate", { ja: "登録済みの方法", en: "One that is enrolled" }, true),
  change("enrol", { ja: "まだ登録していない方法", en: "One that is not enrolled" }, false),
  page(
    "method-off",
    methodTitle,
    {
      state: { ja: "使わない", en: "Not to use one" },
      fits: (society) => isOptional(society) && allows("totp")(society),
      route: methodRoute,
    },
    (setting) => {
      const visit = visitIn(setting);
      const { known } = profileIn(visit, { enrolled: ["totp", "recovery-codes"] });
      const { lang, view } = visit.request;
      const removed = known.factors.map((factor) => factorLabel(methods, lang, factor));
      return <TurnOffPage view={view()} removed={removed} />;
    },
  ),
  codes("replace", { ja: "前のコードがある", en: "There are earlier ones" }, 2),
  codes("first", { ja: "はじめて作る", en: "For the first time" }, null),
];
