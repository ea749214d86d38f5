import type { Article } from "../society/types.ts";

type ArticlesProps = {
  readonly articles: readonly Article[];
  /** h3 inside a box that has its own heading. */
  readonly level: 2 | 3;
  /** Clauses of an article are numbered, so that they can be named. */
  readonly isNumbered?: boolean;
};

const clause = ({ paragraphs }: Article, index: number) =>
  paragraphs.length > 1 ? `${index + 1}. ${paragraphs[index]}` : paragraphs[index];

/** Headings with their paragraphs, one after another. */
export const Articles = ({ articles, level, isNumbered = false }: ArticlesProps) => (
  <div class={level === 2 ? "stack gap" : undefined}>
    {articles.map((article) => (
      <section>
        {level === 2 ? <h2>{article.title}</h2> : <h3>{article.title}</h3>}
        {article.paragraphs.map((paragraph, i) => (
          <p class={level === 2 && i === 0 ? "lead" : undefined}>
            {isNumbered ? clause(article, i) : paragraph}
          </p>
        ))}
      </section>
    ))}
  </div>
);
