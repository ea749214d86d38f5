import { Icon } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";
import type { Leaves, View } from "../view.ts";

type Props = { readonly view: View; readonly leaves: Leaves };

type PartProps = Props & {
  readonly name: NonNullable<Leaves["shown"]>;
  readonly title: string;
  readonly text: readonly [string, string];
};

/** One thing that it may say. The time is the script's to renew. */
const Part = ({ leaves, name, title, text: [before, after] }: PartProps) => (
  <p data-leaving={name} hidden={leaves.shown !== name}>
    <b>{title}</b>
    <br />
    {before}
    {name === "over" ? null : <span data-leaving-at>{leaves.at}</span>}
    {after}
  </p>
);

/**
 * Before a session ends by itself, and when it has: shown by the script, which learns from the server
 * how long it lives. Without JavaScript nothing is said, and the server keeps its limits all the same.
 */
export const Leaving = ({ view, leaves }: Props) => {
  const words = wordsIn(view.lang);
  const { seconds, shown } = leaves;
  return (
    <aside
      class="leaving"
      aria-label={words.leavingLabel}
      data-leaves={String(seconds)}
      hidden={shown === undefined}
    >
      <div class="leaving__in">
        <Icon name="clock" />
        <div role="alert">
          <Part
            {...{ view, leaves, name: "soon" }}
            title={words.leaving}
            text={words.leavingSoon}
          />
          <Part
            {...{ view, leaves, name: "last" }}
            title={words.leaving}
            text={words.leavingLast}
          />
          <Part
            {...{ view, leaves, name: "over" }}
            title={words.left}
            text={[words.leftText, ""]}
          />
        </div>
        <form action="/session/stay" method="post" hidden={shown !== "soon"}>
          <input type="hidden" name="formToken" value={view.formToken} />
          <input type="hidden" name="return" value={view.path} />
          <button class="btn btn--small" type="submit">
            <span>{words.stay}</span>
          </button>
        </form>
      </div>
    </aside>
  );
};
