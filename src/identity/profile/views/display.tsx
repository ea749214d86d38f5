import type { Language } from "../../../society/types.ts";
import { Button, Facts, Section, type TextSize, type View } from "../../../ui/index.ts";
import { displayWords } from "../display/text.ts";

type Props = {
  readonly view: View;
  readonly language: Language;
  readonly textSize: TextSize;
};

/** 「表示の設定」, and below it the way to 「利用の記録」. */
export const Display = ({ view, language, textSize }: Props) => {
  const words = displayWords(view.lang);
  const action = { href: "/profile/display", label: words.change };
  return (
    <>
      <Section title={words.title} id="display">
        <Facts
          items={[
            { term: words.language, value: words.languages[language], action },
            { term: words.textSize, value: words.textSizes[textSize], action },
          ]}
        />
      </Section>
      <Section title={words.history} id="history">
        <p>{words.historyLead}</p>
        <p class="gap">
          <Button href="/profile/history">{words.toHistory}</Button>
        </p>
      </Section>
    </>
  );
};
