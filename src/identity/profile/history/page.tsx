import { Actions, Button, Empty, Facts, Note, Section, type View } from "../../../ui/index.ts";
import { ProfileSheet } from "../views/frame.tsx";
import { historyWords } from "./text.ts";

/** One record as it is read: 「10時32分」, what, and who from where. */
export type Shown = { readonly time: string; readonly what: string; readonly who: string };
export type ShownDay = { readonly day: string; readonly entries: readonly Shown[] };

type Props = {
  readonly view: View;
  readonly days: readonly ShownDay[];
  /** Of the page with what was before; null: this is the oldest. */
  readonly older: string | null;
  readonly isNewest: boolean;
};

const Day = ({ day, entries }: ShownDay) => (
  <Section title={day} id={`day-${day.replace(/[^\da-z]+/gi, "-")}`}>
    <Facts
      items={entries.map(({ time, what, who }) => ({
        term: time,
        value: (
          <>
            {what}
            <br />
            <span class="hint">{who}</span>
          </>
        ),
      }))}
    />
  </Section>
);

/** 「利用の記録」 */
export const HistoryPage = ({ view, days, older, isNewest }: Props) => {
  const words = historyWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.title}>
      <p class="lead">{words.lead}</p>
      {days.length === 0 ? <Empty why={isNewest ? words.none : words.noneBefore} /> : null}
      {days.map((day) => (
        <Day {...day} />
      ))}
      {older === null && isNewest ? null : (
        <Actions>
          {older === null ? null : <Button href={older}>{words.older}</Button>}
          {isNewest ? null : <Button href="/profile/history">{words.newest}</Button>}
        </Actions>
      )}
      <div class="gap">
        <Note kind="info" title={words.strange}>
          <p>{words.strangeText}</p>
          <p>
            <a href="/profile/password">{words.changePassword}</a>
          </p>
        </Note>
      </div>
    </ProfileSheet>
  );
};
