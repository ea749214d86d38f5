import type { Child } from "hono/jsx";
import { wordsIn } from "../text.ts";
import type { View } from "../view.ts";
import { Icon, type IconName } from "./icons.tsx";
import { Tag } from "./lists.tsx";

/** The home page's two columns. Children are `HomeColumn`, `Todo`, `News`. */
export const Home = ({ children }: { readonly children?: Child }) => (
  <div class="home">{children}</div>
);
export const HomeColumn = ({ children }: { readonly children?: Child }) => (
  <div class="home__col">{children}</div>
);

type TilesProps = { readonly id: string; readonly title: string; readonly children?: Child };

/** Tiles of one intention under its heading, such as 「記録を見る」. */
export const Tiles = ({ id, title, children }: TilesProps) => (
  <section class="home__group" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <ul class="tiles">{children}</ul>
  </section>
);

type TileProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly note?: string;
  readonly href: string;
};

/** One service; the whole row is the link. */
export const Tile = ({ icon, name, note, href }: TileProps) => (
  <li>
    <a class="tile" href={href}>
      <span class="tile__icon tint">
        <Icon name={icon} />
      </span>
      <span class="tile__text">
        <span class="tile__name">{name}</span>
        {note === undefined ? null : <span class="tile__note">{note}</span>}
      </span>
      <span class="tile__go">
        <Icon name="next" />
      </span>
    </a>
  </li>
);

type TodoProps = { readonly due: string; readonly title: string; readonly children?: Child };

/** At most one, for a real deadline, above everything. */
export const Todo = ({ due, title, children }: TodoProps) => (
  <section class="home__todo todo" aria-labelledby="todo-title">
    <p class="todo__due">
      <Icon name="clock" />
      {due}
    </p>
    <h2 id="todo-title">{title}</h2>
    {children}
  </section>
);

export type NewsItem = {
  /** `2026-11-05` */
  readonly on: string;
  /** The same for people, in the page's language. */
  readonly when: string;
  readonly title: string;
  readonly href: string;
  readonly isNew?: boolean;
};

/** 「お知らせ」, or 「お知らせはありません。」 */
export const News = ({
  view,
  items,
}: {
  readonly view: View;
  readonly items: readonly NewsItem[];
}) => {
  const words = wordsIn(view.lang);
  return (
    <section class="home__news" aria-labelledby="news-title">
      <h2 id="news-title">{words.news}</h2>
      {items.length === 0 ? (
        <p class="empty lead">{words.noNews}</p>
      ) : (
        <ul class="news lead">
          {items.map(({ on, when, title, href, isNew }) => (
            <li>
              <span class="when">
                <time datetime={on}>{when}</time>
                {isNew ? <Tag kind="new">{words.isNew}</Tag> : null}
              </span>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
