import type { FaqCategory } from "../../society/types.ts";
import { Button, Card, Empty, More, OnLink, Page, type View } from "../../ui/index.ts";
import { search, searchWords } from "./faq.ts";
import { en, hrefs, ja } from "./text.ts";
import type { Question } from "./types.ts";

type FaqPageProps = {
  readonly view: View;
  readonly questions: readonly Question[];
  /** As typed; empty: all questions. */
  readonly typed: string;
};
type Words = typeof ja;

// A GET: the answer can be linked to, and works without JavaScript.
const SearchForm = ({ words, typed }: { words: Words; typed: string }) => (
  <search>
    <form class="form" action="/help/faq" method="get">
      <div class="field">
        <label class="label" for="q">
          {words.search}
        </label>
        <p class="hint" id="q-hint">
          {words.searchHint}
        </p>
        <input
          class="input"
          id="q"
          name="q"
          type="search"
          enterkeyhint="search"
          maxlength={100}
          value={typed}
          aria-describedby="q-hint"
        />
      </div>
      <div class="actions">
        <Button icon="search">{words.button}</Button>
      </div>
    </form>
  </search>
);

const Answer = ({ words, answer, links }: Question & { words: Words }) => (
  <>
    {answer.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    {links.map((name) => (
      <p>
        <OnLink href={hrefs[name]}>{words.links[name]}</OnLink>
      </p>
    ))}
  </>
);

const Categories = ({ words, found }: { words: Words; found: readonly Question[] }) => (
  <>
    {(Object.keys(words.categories) as FaqCategory[])
      .map((category) => ({ category, own: found.filter((one) => one.category === category) }))
      .filter(({ own }) => own.length > 0)
      .map(({ category, own }) => (
        <Card title={words.categories[category]} id={`category-${category}`}>
          <div class="lead">
            {own.map((question) => (
              <More summary={question.question}>
                <Answer {...question} words={words} />
              </More>
            ))}
          </div>
        </Card>
      ))}
  </>
);

const Outcome = ({ words, typed, count }: { words: Words; typed: string; count: number }) => (
  <div role="status">
    {count === 0 ? (
      <Empty why={words.none(typed)} next={words.noneNext} />
    ) : (
      <p>{words.found(count, typed)}</p>
    )}
  </div>
);

/** 「よくある質問」: category → question → answer. */
export const FaqPage = ({ view, questions, typed }: FaqPageProps) => {
  const words: Words = view.lang === "ja" ? ja : en;
  const wanted = searchWords(typed);
  const found = wanted === "" ? questions : search(questions, wanted);
  return (
    <Page view={view} title={words.title} kind="desk">
      <h1>{words.title}</h1>
      <SearchForm words={words} typed={wanted} />
      <div class="stack gap">
        {wanted === "" ? null : <Outcome words={words} typed={wanted} count={found.length} />}
        <Categories words={words} found={found} />
        <div>
          {wanted === "" ? null : (
            <p>
              <OnLink href="/help/faq">{words.all}</OnLink>
            </p>
          )}
          <OnLink href="/contact">{words.contact}</OnLink>
        </div>
      </div>
    </Page>
  );
};
