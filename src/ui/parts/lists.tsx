import type { Child } from "hono/jsx";

export type Fact = {
  readonly term: string;
  readonly value: Child;
  /** A link at the right; its name for screen readers is `label:term`. */
  readonly action?: { readonly href: string; readonly label: string };
};

/** Pairs of name and value: profile, confirmation. */
export const Facts = ({ items }: { readonly items: readonly Fact[] }) => (
  <dl class="facts">
    {items.map(({ term, value, action }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
        {action === undefined ? null : (
          <dd class="act">
            <a href={action.href}>
              {action.label}
              <span class="sr">:{term}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

/** A list with dots. */
export const Dots = ({ items }: { readonly items: readonly Child[] }) => (
  <ul class="dots">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

/** What only some want to read. Works without JavaScript. */
export const More = ({
  summary,
  children,
}: {
  readonly summary: string;
  readonly children?: Child;
}) => (
  <details class="more">
    <summary>{summary}</summary>
    <div class="more__body">{children}</div>
  </details>
);

type HowProps = {
  readonly items: readonly { readonly title: string; readonly body?: Child }[];
  /** Right under the page's own heading. */
  readonly isTop?: boolean;
};

/** Numbered things to do one after the other. */
export const How = ({ items, isTop = false }: HowProps) => (
  <ol class="how">
    {items.map(({ title, body }) => (
      <li>
        {isTop ? <h2>{title}</h2> : <h3>{title}</h3>}
        {body}
      </li>
    ))}
  </ol>
);

/** A short word beside a name, such as 「新着」. */
export const Tag = ({
  kind,
  children,
}: {
  readonly kind?: "new" | "ok" | "warn" | "stop";
  readonly children?: Child;
}) => <span class={kind === undefined ? "tag" : `tag tag--${kind}`}>{children}</span>;
