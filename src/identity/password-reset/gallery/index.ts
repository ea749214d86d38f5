import { messagesOf, turnOf } from "../../../flow/index.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { FeatureGallery, MailSample, PageSample } from "../../../ui/gallery/types.ts";
import { passwordReset } from "../definition.tsx";
import { ends, path } from "../flow.ts";
import { endedWords } from "../text/ended-text.ts";
import { titlesOf } from "../text/titles-text.ts";
import { mails } from "./mails.ts";
import { sceneIn, services } from "./scene.ts";
import { type StepState, stepStates } from "./states.ts";

const definition = passwordReset(services);
const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });

const stepNamed = (name: string) => {
  const step = definition.steps.find((one) => one.name === name);
  if (!step) throw new Error(`the flow has no step ${name}`);
  return step;
};

const sampleOf = (told: StepState): PageSample => ({
  name: `${told.step}-${told.name}`,
  title: both((lang) => titlesOf(lang)[told.step] ?? told.step),
  state: told.state,
  routes: [`GET ${path}/:step`],
  page: (setting) => {
    const scene = sceneIn(setting, told);
    const { lang } = setting.request;
    const wording = definition.wording(lang);
    const { typed, refused = {}, changed = [] } = told;
    const step = stepNamed(told.step);
    const shown = {
      scene,
      action: `${path}/${told.step}`,
      turn: turnOf(scene.flow),
      typed: typed ?? step.typed?.(scene) ?? {},
      errors: messagesOf(lang, wording, refused),
      changed: changed.map(({ code, facts }) => wording.messages[code]?.("", facts) ?? ""),
    };
    return step.page(setting.request.view(setting.society), shown, undefined);
  },
});

/** `expired` and `absent` are the runner's own. */
const outcomes = [...new Set([...Object.values(ends).flat(), "expired", "absent"])].filter(
  (outcome) => outcome !== "complete",
);

const ended = outcomes.map(
  (outcome): PageSample => ({
    name: `ended-${outcome}`,
    title: { ja: "パスワードを決められなかったとき", en: "Ended without a new password" },
    state: both((lang) => {
      const words = endedWords(lang);
      return `${(words.outcomes[outcome] ?? words.expired)[0]} (${outcome})`;
    }),
    routes: [`GET ${path}/ended`, `GET ${path}`],
    page: ({ request, society }) => definition.endedPage(request.view(society), outcome, society),
  }),
);

const completed = (
  name: string,
  state: InBoth,
  own: Parameters<typeof sceneIn>[1],
): PageSample => ({
  name: `completed-${name}`,
  title: both((lang) => titlesOf(lang).complete ?? ""),
  state,
  routes: [`GET ${path}/completed`],
  page: (setting) =>
    definition.completedPage(setting.request.view(setting.society), sceneIn(setting, own)),
});

const samples: readonly (PageSample | MailSample)[] = [
  ...stepStates.map(sampleOf),
  completed("everywhere", states.plain, {}),
  completed(
    "here",
    { ja: "ほかの機器はそのまま", en: "Other devices stay signed in" },
    { own: { signsOutEverywhere: false } },
  ),
  completed(
    "lost",
    { ja: "認証方法も登録し直した", en: "The second step was set up anew" },
    { own: { lost: "device" } },
  ),
  ...ended,
  ...mails,
];

export const gallery: readonly FeatureGallery[] = [
  {
    name: "password-reset",
    title: { ja: "パスワードの再設定", en: "A new password" },
    samples,
    pageless: {
      [`GET ${path}/standing`]: "tells a waiting page where the flow stands",
      [`POST ${path}/:step`]: "leads on to where the flow stands",
      [`GET ${path}/recovery-codes.txt`]: "the codes as a file",
    },
  },
];
