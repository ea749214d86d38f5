import type { InBoth } from "../../../society/types.ts";
import { Actions, Button, Note, Page, Section, Steps, type View } from "../../../ui/index.ts";
import { classicWords } from "../text/classic-text.ts";
import { endedWords } from "../text/ended-text.ts";
import { wholeClassicWay } from "../text/way-text.ts";

type CompletedProps = {
  readonly view: View;
  /** A mail with a button is on its way. */
  readonly hasMail: boolean;
  readonly hasAddress: boolean;
  /** 「認証方法」 was on the way. */
  readonly hasEnrolled: boolean;
  readonly mailDomain: string;
  /** A paragraph of the society's own. */
  readonly own: InBoth | null;
};

/** 「パスワード紛失等の注意事項出力画面」. */
export const CompletedPage = (props: CompletedProps) => {
  const { view, hasMail, hasAddress, hasEnrolled, mailDomain, own } = props;
  const words = classicWords(view.lang);
  return (
    <Page view={view} title={words.completedTitle} kind="sheet">
      <Steps view={view} {...wholeClassicWay(view.lang, hasEnrolled)} />
      <h1>{words.completedTitle}</h1>
      <div class="gap">
        <Note kind="ok" title={words.completedNote} status>
          {words.completedLead}
        </Note>
      </div>
      <Section title={words.completedPassword} id="lost">
        <p>{words.completedPasswordText}</p>
        {hasAddress ? null : <p>{words.completedNoMail}</p>}
      </Section>
      {hasMail ? (
        <Section title={words.completedMail} id="mail">
          <p>{words.completedMailText(mailDomain)}</p>
          <p>{words.completedMailMissing}</p>
        </Section>
      ) : null}
      {own ? <p class="gap">{own[view.lang]}</p> : null}
      <Actions>
        <Button main href="/">
          {words.toMenu}
        </Button>
      </Actions>
    </Page>
  );
};

/** A registration that ended without one, and what to do now. */
export const EndedPage = ({ view, outcome }: { readonly view: View; readonly outcome: string }) => {
  const words = endedWords(view.lang);
  const title = words.endedTitles[outcome] ?? words.absentTitle;
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{words.endedTexts[outcome] ?? words.absentText}</p>
      <Actions>
        <Button main href="/sign-in">
          {words.toSignIn}
        </Button>
      </Actions>
    </Page>
  );
};
