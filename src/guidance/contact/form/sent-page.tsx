import { Actions, Button, Facts, Note, OnLink, Page, type View } from "../../../ui/index.ts";
import { formWords } from "./text.ts";

type SentPageProps = {
  readonly view: View;
  /** 「お問い合わせ番号」 */
  readonly reference: string;
  /** Name of the society that it went to. */
  readonly society: string;
  /** As typed. */
  readonly address: string;
};

/** After a message from the contact page: to whom it went, and under which number. */
export const SentPage = ({ view, reference, society, address }: SentPageProps) => {
  const words = formWords(view.lang);
  return (
    <Page view={view} title={words.sentTitle} kind="sheet">
      <h1>{words.sentTitle}</h1>
      <div class="gap">
        <Note kind="ok" title={words.sent(society)} status>
          {words.sentKeep}
        </Note>
      </div>
      <Facts
        items={[
          { term: words.sentNumber, value: <b class="num nowrap">{reference}</b> },
          { term: words.sentAddress, value: address },
        ]}
      />
      <p class="gap">{words.sentLate}</p>
      <Actions>
        <Button main href="/">
          {words.toHome}
        </Button>
      </Actions>
      <p class="gap">
        <OnLink href="/contact">{words.toContact}</OnLink>
      </p>
    </Page>
  );
};
