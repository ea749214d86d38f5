import { messagesOf, type Scene, turnOf } from "../../../flow/index.ts";
import type { InBoth, Language } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample } from "../../../ui/gallery/types.ts";
import { secondFactor } from "../definition.tsx";
import { ends, path } from "../flow.ts";
import { endedWords } from "../text/ended-text.ts";
import { titlesOf } from "../text/titles-text.ts";
import type { State } from "../types.ts";
import { sceneIn, services } from "./scene.ts";
import { type StepState, stepStates } from "./states.ts";

const definition = secondFactor(services);
const both = (say: (lang: Language) => string): InBoth => ({ ja: say("ja"), en: say("en") });

const stepNamed = (name: string) => {
  const step = definition.steps.find((one) => one.name === name);
  if (!step) throw new Error(`the flow has no step ${name}`);
  return step;
};

/** As `show` of the runner makes it. */
const shownIn = (scene: Scene<State>, { step, refused = {} }: StepState) => {
  const { lang } = scene.request;
  return {
    scene,
    action: `${path}/${step}`,
    turn: turnOf(scene.flow),
    typed: stepNamed(step).typed?.(scene) ?? {},
    errors: messagesOf(lang, definition.wording(lang), refused),
    changed: [],
  };
};

const sampleOf = (shown: StepState): PageSample => ({
  name: `${shown.step}-${shown.name}`,
  title: both((lang) => titlesOf(lang)[shown.step] ?? shown.step),
  state: shown.state,
  routes: [`GET ${path}/:step`],
  page: (setting) => {
    const { factor, policy, looked } = shown;
    const scene = sceneIn(setting, { factor, policy });
    const view = setting.request.view(setting.society);
    return stepNamed(shown.step).page(view, shownIn(scene, shown), looked?.(scene));
  },
});

/** `expired` is the runner's own. */
const outcomes = [...new Set([...Object.values(ends).flat(), "expired"])].filter(
  (outcome) => outcome !== "complete",
);

const endedTitle: InBoth = { ja: "ログインできなかったとき", en: "Ended without a session" };

const ended = outcomes.map(
  (outcome): PageSample => ({
    name: `ended-${outcome}`,
    title: endedTitle,
    state: both((lang) => {
      const words = endedWords(lang);
      return `${(words.outcomes[outcome] ?? words.expired)[0]} (${outcome})`;
    }),
    routes: [`GET ${path}/ended`],
    page: ({ request, society }) => definition.endedPage(request.view(society), outcome, society),
  }),
);

const completed: PageSample = {
  name: "completed",
  title: both((lang) => titlesOf(lang).complete ?? ""),
  state: states.plain,
  routes: [`GET ${path}/completed`],
  page: (setting) =>
    definition.completedPage(setting.request.view(setting.society), sceneIn(setting, {})),
};

const absent: PageSample = {
  name: "absent",
  title: endedTitle,
  state: { ja: "途中の画面が見つからない", en: "No sign-in is under way" },
  routes: [`GET ${path}`],
  page: ({ request }) => definition.absentPage(request.view()),
};

export const gallery: readonly FeatureGallery[] = [
  {
    name: "second-factor",
    title: { ja: "二段階認証", en: "Second step" },
    samples: [...stepStates.map(sampleOf), completed, ...ended, absent],
    pageless: {
      [`GET ${path}/standing`]: "tells a waiting page where the flow stands",
      [`POST ${path}/:step`]: "leads on to where the flow stands",
    },
  },
];
