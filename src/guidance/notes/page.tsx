import type { InBoth } from "../../society/types.ts";
import { Page, type View } from "../../ui/index.ts";
import { Articles } from "../article.tsx";
import { en, ja } from "./text.ts";

type NotesPageProps = {
  readonly view: View;
  /** The society's own paragraphs, under its name. */
  readonly own: readonly InBoth[];
};

/** 「注意事項・免責事項・セキュリティポリシー等」 */
export const NotesPage = ({ view, own }: NotesPageProps) => {
  const words = view.lang === "ja" ? ja : en;
  const added = { title: view.frame.name, paragraphs: own.map((words) => words[view.lang]) };
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1 class="keep">{words.title}</h1>
      <Articles articles={own.length > 0 ? [...words.articles, added] : words.articles} level={2} />
    </Page>
  );
};
