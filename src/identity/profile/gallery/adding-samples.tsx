import type { AnyStep } from "../../../flow/index.ts";
import type { InBoth } from "../../../society/types.ts";
import { states } from "../../../ui/gallery/states.ts";
import type { PageSample, Setting } from "../../../ui/gallery/types.ts";
import { addingScene } from "../adding/begin.ts";
import { adding } from "../adding/definition.tsx";
import { ends, overtaken, path } from "../adding/flow.ts";
import { endedWords } from "../adding/text/ended-text.ts";
import { titlesOf } from "../adding/text/titles-text.ts";
import type { State } from "../adding/types.ts";
import { pageWords } from "../text/pages-text.ts";
import type { ProfileServices } from "../types.ts";
import { AddingEndedPage } from "../views/adding-ended-page.tsx";
import { OvertakenPage } from "../views/start-pages.tsx";
import { methods, profileIn, secrets, type Told, visitIn } from "./member.ts";

/** Only pages are asked here: nothing reaches a database or a queue. */
const services = { methods, secrets } as unknown as ProfileServices;

const stepNamed = (name: string): AnyStep<State> => {
  const found = adding(services).steps.find((step) => step.name === name);
  if (!found) throw new Error(`no step ${name}`);
  return found;
};

type Own = { readonly told?: Told; readonly state?: Partial<State["factor"]> };

const shown = (setting: Setting, name: string, { told = {}, state = {} }: Own) => {
  const visit = visitIn(setting);
  const plain = addingScene(visit, profileIn(visit, told).known);
  const { factor } = plain.flow.state;
  const learnt = { ...plain.flow.state, factor: { ...factor, ...state } };
  const scene = { ...plain, flow: { ...plain.flow, state: learnt } };
  const typed = stepNamed(name).typed?.(scene) ?? {};
  return { scene, action: `${path}/${name}`, turn: "1", typed, errors: {}, changed: [] };
};

const step = (name: string, state: InBoth, own: Own = {}): PageSample => ({
  name: `adding-${name}`,
  title: { ja: titlesOf("ja")[name] ?? "", en: titlesOf("en")[name] ?? "" },
  state,
  routes: [`GET ${path}/:step`],
  isMember: true,
  page: (setting) =>
    stepNamed(name).page(setting.request.view(), shown(setting, name, own), undefined),
});

const codes = [
  ["k7mw2", "x9prt"],
  ["h4ndq", "8vz3c"],
  ["m2fjy", "w6kt9"],
  ["p3xgh", "r7d4n"],
  ["c8vqm", "2zt6j"],
].flatMap(([a, b]) => [`${a}-${b}`, `${b}-${a}`]);

const endings = [...new Set([...Object.values(ends).flat(), "expired", "absent"])];

const overtakenPage: PageSample = {
  name: "adding-overtaken",
  title: { ja: pageWords("ja").overtakenTitle, en: pageWords("en").overtakenTitle },
  state: states.plain,
  routes: [`GET ${overtaken}`],
  isMember: true,
  page: ({ request }) => <OvertakenPage view={request.view()} newest={path} />,
};

/** Pages of methods have a gallery of their own: here they stand in the frame of the profile. */
export const addingSamples: readonly PageSample[] = [
  step("method", states.plain),
  overtakenPage,
  step("recovery-codes", states.plain, {
    told: { enrolled: ["totp"] },
    state: { enrolling: { method: "recovery-codes", kept: { codes } } },
  }),
  ...endings.map((outcome): PageSample => {
    const titleIn = (lang: "ja" | "en") => {
      const words = endedWords(lang);
      return (words.outcomes[outcome] ?? words.expired)[0];
    };
    return {
      name: `adding-ended-${outcome}`,
      title: { ja: "登録の終わり", en: "Where adding ends" },
      state: { ja: `${titleIn("ja")} (${outcome})`, en: `${titleIn("en")} (${outcome})` },
      routes: [`GET ${path}`, `GET ${path}/completed`, `GET ${path}/ended`],
      isMember: true,
      page: ({ request }) => <AddingEndedPage view={request.view()} outcome={outcome} />,
    };
  }),
];
