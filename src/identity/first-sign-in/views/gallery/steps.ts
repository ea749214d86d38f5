import { type Scene, type Shown, turnOf } from "../../../../flow/index.ts";
import { messagesOf, sentencesOf } from "../../../../flow/text.ts";
import { defaultPolicy, type Policy } from "../../../../society/policy/policy.ts";
import type { InBoth, Society } from "../../../../society/types.ts";
import { sampleNow } from "../../../../ui/gallery/states.ts";
import type { FeatureGallery, PageSample, Setting } from "../../../../ui/gallery/types.ts";
import { firstSignIn } from "../../definition.tsx";
import { path, ways } from "../../flow.ts";
import { titlesOf } from "../../text/titles-text.ts";
import type { State } from "../../types.ts";
import { type Change, policyChanges } from "./changed.ts";
import { sceneIn, services } from "./scene.ts";
import { type StepState, statesOfStep } from "./step-states.ts";

const definition = firstSignIn(services);
type Style = keyof typeof ways;
type AnyStep = (typeof definition.steps)[number];

const stepNamed = (name: string): AnyStep => {
  const step = definition.steps.find((one) => one.name === name);
  if (!step) throw new Error(`the flow has no step ${name}`);
  return step;
};

type Showing = {
  readonly step: AnyStep;
  readonly state: StepState;
  readonly change?: Change | undefined;
};

const typedIn = ({ step, state: { typed } }: Showing, scene: Scene<State>) =>
  (typeof typed === "function" ? typed(scene.society) : typed) ?? step.typed?.(scene) ?? {};

/** What is wrong: as the step's own form judges, and as its rule would refuse. */
const refusalsIn = (showing: Showing, scene: Scene<State>) => {
  const { step, state } = showing;
  const typed = typedIn(showing, scene);
  const read = state.isJudged ? step.input(scene, typed)(typed) : null;
  return { ...(read?.ok === false ? read.errors : {}), ...state.refused };
};

const sceneOf = ({ state, change }: Showing, setting: Setting) =>
  sceneIn(setting, {
    state: state.learnt,
    policy: change?.today ?? state.policy,
    after: state.after,
  });

/** Rules that are others now, of those that this step asks for. */
const changesFor = ({ step, change }: Showing, policy: Policy) =>
  (change ? definition.changes(change.before(policy), change.today(policy)) : [])
    .filter((one) => one.step === step.name)
    .map(({ rule }) => rule);

/** As `show` of the runner makes it. */
const shownIn = (showing: Showing, setting: Setting): Shown<State> => {
  const scene = sceneOf(showing, setting);
  const { lang } = setting.request;
  const wording = definition.wording(lang);
  return {
    scene,
    action: `${path}/${showing.step.name}`,
    turn: turnOf(scene.flow),
    typed: typedIn(showing, scene),
    errors: messagesOf(lang, wording, refusalsIn(showing, scene)),
    changed: sentencesOf(wording, changesFor(showing, setting.society.policy)),
  };
};

/** A setting of which only the rules are asked, and no page. */
const asked = (society: Society): Setting =>
  ({
    society,
    request: { now: sampleNow, entrance: { rpId: "localhost" } },
  }) as unknown as Setting;

/** A mistake that this society does not call one is none. */
const isMistake = (showing: Showing, society: Society) =>
  !showing.state.isJudged ||
  Object.keys(refusalsIn(showing, sceneOf(showing, asked(society)))).length > 0;

/** Two steps wait for a mail, under the same heading. */
const whose: Readonly<Record<string, InBoth>> = {
  "file-address-check": { ja: "(届け出のアドレス)", en: " (address on file)" },
};

const titleOf = (step: string): InBoth => ({
  ja: `${titlesOf("ja")[step] ?? step}${whose[step]?.ja ?? ""}`,
  en: `${titlesOf("en")[step] ?? step}${whose[step]?.en ?? ""}`,
});

const sampleOf = (style: Style, showing: Showing): PageSample => ({
  name: `${showing.step.name}-${showing.state.name}`,
  title: titleOf(showing.step.name),
  state: showing.state.state,
  routes: [`GET ${path}/:step`],
  fits: (society) => society.policy.firstSignIn.style === style && isMistake(showing, society),
  page: (setting) => {
    const shown = shownIn(showing, setting);
    const view = setting.request.view(setting.society);
    return showing.step.page(view, shown, showing.state.looked?.(shown.scene));
  },
});

const begun: StepState = { name: "begun", state: { ja: "はじめ", en: "As it begins" } };

const samplesOf = (style: Style, name: string): readonly PageSample[] => {
  const step = stepNamed(name);
  const states = statesOfStep[name] ?? [begun];
  const changed = policyChanges
    .map((change) => ({ step, state: { ...begun, ...change }, change }))
    .filter((showing) => changesFor(showing, defaultPolicy).length > 0);
  return [...states.map((state) => ({ step, state })), ...changed].map((showing) =>
    sampleOf(style, showing),
  );
};

const galleryOf = (style: Style, title: InBoth): FeatureGallery => ({
  name: `first-sign-in-${style}`,
  title,
  samples: ways[style].flatMap((step) => samplesOf(style, step)),
});

/** Each step of each way, in each state: whatever flow.ts has is shown. */
export const stepGalleries: readonly FeatureGallery[] = [
  galleryOf("classic", { ja: "初回ログイン(従来の流れ)", en: "First sign-in, classic way" }),
  galleryOf("new", { ja: "初回ログイン(新しい流れ)", en: "First sign-in, new way" }),
];
