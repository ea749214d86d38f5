import type { Child } from "hono/jsx";
import type { Language } from "../../../society/types.ts";
import {
  Actions,
  BackLink,
  Button,
  Facts,
  Form,
  Note,
  Page,
  Section,
  Select,
  type TextSize,
  type View,
} from "../../../ui/index.ts";
import { profileWords } from "../text/profile-text.ts";
import { Codes } from "./codes.tsx";
import { Display } from "./display.tsx";
import { Factors } from "./factors.tsx";
import type { ShownFactor, ShownNote } from "./types.ts";

export type ProfileProps = {
  readonly view: View;
  readonly note: ShownNote | null;
  readonly name: string;
  readonly nameKana: string;
  readonly userId: string;
  readonly email: string | null;
  readonly isConfirmed: boolean;
  /** A mail to the address came back. */
  readonly hasFailed: boolean;
  readonly second: string | null;
  /** Whether updates of records are mailed; null: that is no choice of theirs. */
  readonly notices: boolean | null;
  readonly passwordChangedOn: string;
  /** Until when it may be used; null: for ever. */
  readonly passwordEnds: string | null;
  readonly language: Language;
  readonly textSize: TextSize;
  /** Of the pulldown; none: nothing can be chosen. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
  readonly factors: readonly ShownFactor[];
  readonly canAdd: boolean;
  /** Without a second factor there are none, nor a section of them. */
  readonly codes: { readonly left: number | null; readonly isFew: boolean } | null;
};

const withHint = (value: Child, hint: string | null) =>
  hint === null ? (
    value
  ) : (
    <>
      {value}
      <br />
      <span class="hint">{hint}</span>
    </>
  );

const About = (props: ProfileProps) => {
  const { view, name, nameKana, userId } = props;
  const words = profileWords(view.lang);
  const items = [
    { term: words.name, value: withHint(`${name}(${nameKana})`, words.nameHint) },
    { term: words.userId, value: <span class="addr">{userId}</span> },
  ];
  return (
    <Section title={words.about} id="about">
      <Facts items={items} />
    </Section>
  );
};

const shownAddress = (address: string | null, none: string): Child =>
  address === null ? none : <span class="addr">{address}</span>;

const addressHint = ({ view, email, isConfirmed, hasFailed }: ProfileProps): string | null => {
  const words = profileWords(view.lang);
  if (email === null) return null;
  if (hasFailed) return words.failed;
  return isConfirmed ? null : words.unconfirmed;
};

const Mails = (props: ProfileProps) => {
  const { view, email, second, notices } = props;
  const words = profileWords(view.lang);
  const toAddresses = { href: "/profile/email", label: words.change };
  const main = withHint(shownAddress(email, words.noEmail), addressHint(props));
  const toNotices = { href: "/profile/notices", label: words.change };
  const items = [
    { term: words.email, value: main, action: toAddresses },
    ...(email === null
      ? []
      : [
          {
            term: words.second,
            value: shownAddress(second, words.noEmail),
            action: { ...toAddresses, href: "/profile/email#second-address" },
          },
        ]),
    ...(notices === null
      ? []
      : [
          {
            term: words.notices,
            value: notices ? words.noticesOn : words.noticesOff,
            action: toNotices,
          },
        ]),
  ];
  return (
    <Section title={words.mails} id="mails">
      <Facts items={items} />
    </Section>
  );
};

const SignIn = ({ view, passwordChangedOn, passwordEnds, options, chosen }: ProfileProps) => {
  const words = profileWords(view.lang);
  const changed = words.changedOn(passwordChangedOn);
  return (
    <Section title={words.signIn} id="sign-in">
      <Facts
        items={[
          {
            term: words.password,
            value: withHint(changed, passwordEnds && words.passwordEnds(passwordEnds)),
            action: { href: "/profile/password", label: words.change },
          },
          {
            term: words.sessions,
            value: words.sessionsText,
            action: { href: "/profile/sessions", label: words.see },
          },
        ]}
      />
      {options.length === 0 ? null : (
        <Form view={view} action="/profile/method">
          <Select
            view={view}
            name="method"
            label={words.method}
            need="none"
            hint={words.methodHint}
            options={options}
            value={chosen}
          />
          <Actions>
            <Button>
              {words.change}
              <span class="sr">:{words.method}</span>
            </Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
};

/** 「プロフィール変更」 */
export const ProfilePage = (props: ProfileProps) => {
  const { view, note, factors, canAdd, codes } = props;
  const words = profileWords(view.lang);
  return (
    <Page view={view} title={words.title} kind="sheet">
      <BackLink href="/">{words.toHome}</BackLink>
      <h1>{words.title}</h1>
      {note === null ? null : (
        <div class="gap">
          <Note kind={note.kind} title={note.title} status>
            {note.text}
          </Note>
        </div>
      )}
      <About {...props} />
      <Mails {...props} />
      <SignIn {...props} />
      <Factors view={view} factors={factors} canAdd={canAdd} />
      {codes === null ? null : <Codes view={view} {...codes} />}
      <Display {...props} />
      <Actions>
        <Button href="/">{words.toHome}</Button>
      </Actions>
    </Page>
  );
};
