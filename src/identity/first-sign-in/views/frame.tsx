import type { Child } from "hono/jsx";
import type { Scene, Shown } from "../../../flow/index.ts";
import { ErrorSummary, Note, Page, Steps, type View } from "../../../ui/index.ts";
import { factorWords } from "../text/factor-text.ts";
import { stepsWords } from "../text/steps-text.ts";
import { isSettingIn, wayOf } from "../text/way-text.ts";
import type { State } from "../types.ts";

type ProgressProps = {
  readonly view: View;
  readonly scene: Pick<Scene<State>, "policy" | "flow">;
  readonly step: string;
};

/** 手順 n / 4 to 6 */
export const Progress = ({ view, scene: { policy, flow }, step }: ProgressProps) => (
  <Steps view={view} {...wayOf(view.lang, { policy, state: flow.state }, step)} />
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

type SettingProps = { readonly view: View; readonly shown: Shown<State> };

/** 「ユーザIDの変更・認証方法 の設定」: two pages of one matter, each with its own question. */
export const Setting = ({ view, shown: { scene } }: SettingProps) => {
  const words = factorWords(view.lang);
  if (!isSettingIn(scene.policy, scene.flow.state)) return null;
  return (
    <p class="soft small">
      <b>{words.setting}</b>
      <br />
      {words.required}
    </p>
  );
};

type StepPageProps = {
  readonly view: View;
  readonly shown: Shown<State>;
  /** Name of the step, for the progress. */
  readonly step: string;
  readonly title: string;
  /** More for the head, such as a script of this page alone. */
  readonly head?: Child;
  readonly children?: Child;
};

/** What every step's page begins with: where one is, what was wrong, what changed, the heading. */
export const StepPage = ({ view, shown, step, title, head, children }: StepPageProps) => (
  <Page view={view} title={title} kind="sheet" errors={shown.errors} head={head}>
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
