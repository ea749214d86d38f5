import type { Child } from "hono/jsx";
import type { Scene, Shown } from "../../../flow/index.ts";
import { ErrorSummary, Note, Page, Steps, type View } from "../../../ui/index.ts";
import { stepsWords } from "../text/steps-text.ts";
import type { State } from "../types.ts";

type Path = { readonly names: readonly string[]; readonly current: number };

/** The classic pages count as their four; an address is part of the page that asks for it. */
const classicPlace: Readonly<Record<string, number>> = {
  identity: 0,
  "file-address": 0,
  details: 1,
  "address-check": 1,
  confirm: 2,
  completed: 3,
};

type Place = keyof ReturnType<typeof stepsWords>["new"];
const newPlace = (step: string): Place =>
  step.includes("address") ? "address" : (step as Exclude<Place, "address">);

const pathOf = ({ lang }: View, { policy }: Pick<Scene<State>, "policy">, step: string): Path => {
  const words = stepsWords(lang);
  if (policy.firstSignIn.style === "classic")
    return { names: words.classic, current: classicPlace[step] ?? 0 };
  const isFixed = policy.userId.changeable === "never";
  const places = (Object.keys(words.new) as Place[]).filter(
    (place) => !(isFixed && place === "user-id"),
  );
  return {
    names: places.map((place) => words.new[place]),
    current: Math.max(0, places.indexOf(newPlace(step))),
  };
};

type ProgressProps = {
  readonly view: View;
  readonly scene: Pick<Scene<State>, "policy">;
  readonly step: string;
};

/** 手順 n / 4 or 5: the path does not change its length on the way. */
export const Progress = ({ view, scene, step }: ProgressProps) => (
  <Steps view={view} {...pathOf(view, scene, step)} />
);

/** 「お手続きの途中で、組合の決まりが変わりました」: nearly never. */
const Changed = ({ view, shown }: { readonly view: View; readonly shown: Shown<State> }) => {
  const words = stepsWords(view.lang);
  if (shown.changed.length === 0) return null;
  return (
    <div class="before">
      <Note kind="info" title={words.changedTitle} status>
        <ul class="dots">
          {shown.changed.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <p>{words.changedKept}</p>
      </Note>
    </div>
  );
};

type StepPageProps = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** Name of the step, for the progress. */
  readonly step: string;
  readonly title: string;
  readonly children?: Child;
};

/** What every step's page begins with: where one is, what was wrong, what changed, the heading. */
export const StepPage = ({ view, shown, step, title, children }: StepPageProps) => (
  <Page view={view} title={title} kind="sheet" errors={shown.errors}>
    <Progress view={view} scene={shown.scene} step={step} />
    <ErrorSummary view={view} errors={shown.errors} />
    <Changed view={view} shown={shown} />
    <h1>{title}</h1>
    {children}
  </Page>
);

/** Sentences of a hint, one after another; empty ones are left out. */
export const joined = ({ lang }: View, sentences: readonly string[]): string =>
  sentences.filter((sentence) => sentence !== "").join(lang === "ja" ? "" : " ");
