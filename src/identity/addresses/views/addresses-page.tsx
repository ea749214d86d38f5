import {
  Actions,
  Button,
  Facts,
  Form,
  Note,
  OnLink,
  Section,
  type View,
} from "../../../ui/index.ts";
import { addressesWords, doneWords } from "../text/addresses-text.ts";
import { Sheet } from "./frame.tsx";
import type { Shown } from "./types.ts";

type Props = {
  readonly view: View;
  readonly shown: Shown;
  /** What was just done. */
  readonly done: keyof ReturnType<typeof doneWords> | null;
};

const DoneNote = ({ view, done }: Props) => {
  if (done === null) return null;
  const [title, text] = doneWords(view.lang)[done];
  return (
    <div class="gap">
      <Note kind={done === "no-second" ? "info" : "ok"} title={title} status>
        {text}
      </Note>
    </div>
  );
};

const Failed = ({ view, shown: { failedOn, second } }: Props) => {
  const words = addressesWords(view.lang);
  if (failedOn === null) return null;
  return (
    <div class="gap">
      <Note kind="warn" title={words.failedTitle(failedOn)}>
        {second === null ? words.failed : words.failedSecond}
      </Note>
    </div>
  );
};

const Main = ({ view, shown: { email, isConfirmed, failedOn } }: Props) => {
  const words = addressesWords(view.lang);
  const isOpen = email !== null && (!isConfirmed || failedOn !== null);
  const state = isConfirmed ? words.confirmed : words.unconfirmed;
  const address = (
    <>
      <span class="addr">{email}</span>
      <br />
      <span class="hint">{failedOn === null ? state : words.fails}</span>
    </>
  );
  const label = email === null ? words.register : isOpen ? words.confirmOrChange : words.change;
  return (
    <Section title={words.main} id="main-address">
      <p>{words.mainLead}</p>
      <div class="gap">
        <Facts items={[{ term: words.email, value: email === null ? words.none : address }]} />
      </div>
      <Form view={view} action="/profile/email">
        <Actions>
          <Button main>
            {label}
            <span class="sr">:{words.main}</span>
          </Button>
        </Actions>
      </Form>
    </Section>
  );
};

const Second = ({ view, shown: { email, second } }: Props) => {
  const words = addressesWords(view.lang);
  if (email === null) return null;
  const value = second === null ? words.none : <span class="addr">{second}</span>;
  const sr = <span class="sr">:{words.second}</span>;
  return (
    <Section title={words.second} id="second-address">
      <p>{words.secondLead}</p>
      <div class="gap">
        <Facts items={[{ term: words.email, value }]} />
      </div>
      <Form view={view} action="/profile/second-address">
        <Actions>
          <Button>
            {second === null ? words.register : words.change}
            {sr}
          </Button>
          {second === null ? null : (
            <Button href="/profile/second-address/main">{words.makeMain}</Button>
          )}
          {second === null ? null : (
            <Button href="/profile/second-address/delete">
              {words.remove}
              {sr}
            </Button>
          )}
        </Actions>
      </Form>
    </Section>
  );
};

/** 「メールアドレス」 of the profile: the main one and the second one, and what may be done. */
export const AddressesPage = (props: Props) => {
  const words = addressesWords(props.view.lang);
  const back = { href: "/profile", label: words.toProfile };
  return (
    <Sheet view={props.view} title={words.title} back={back}>
      <DoneNote {...props} />
      <Failed {...props} />
      <Main {...props} />
      <Second {...props} />
      <Section title={words.notices} id="notices">
        <OnLink href="/profile/notices">{words.toNotices}</OnLink>
      </Section>
    </Sheet>
  );
};
