import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";

type StepsProps = {
  readonly view: View;
  readonly names: readonly string[];
  /** Index of the step that is shown, from 0. */
  readonly current: number;
};

/** Where one is on the way: a line in words and a bar on phones, all names when wide. */
export const Steps = ({ view, names, current }: StepsProps) => {
  const words = wordsIn(view.lang);
  const next = names[current + 1];
  return (
    <nav class="steps" aria-label={words.steps}>
      <p class="steps__now" aria-hidden="true">
        <b>{words.stepNow(current + 1, names.length)}</b>
        {next === undefined ? null : <span class="steps__next">{words.stepNext(next)}</span>}
      </p>
      <ol>
        {names.map((name, index) => (
          <li
            class={index < current ? "is-done" : undefined}
            aria-current={index === current ? "step" : undefined}
          >
            <span>
              {index + 1} {name}
              {index < current ? <span class="sr">{words.stepDone}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
};
