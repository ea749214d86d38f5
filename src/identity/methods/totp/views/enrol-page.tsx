import type { FieldErrors, View } from "../../../../ui/index.ts";
import {
  Actions,
  Button,
  Dots,
  Facts,
  Field,
  Form,
  How,
  More,
  QrCode,
} from "../../../../ui/index.ts";
import { totpWords } from "../text.ts";
import { Help } from "./help.tsx";

export type EnrolPageProps = {
  readonly view: View;
  readonly action: string;
  readonly turn: string;
  readonly errors: FieldErrors;
  /** For the QR code and the link. */
  readonly uri: string;
  /** The key to be typed, in groups. */
  readonly groups: readonly string[];
  /** What the entry is called: the user ID. */
  readonly account: string;
  /** Of the device: typed before, or offered. */
  readonly name: string;
};

/** Names of products, the same in both languages. */
const apps = ["Google Authenticator", "Microsoft Authenticator", "FreeOTP"];

const Key = ({ view, groups, account }: EnrolPageProps) => {
  const words = totpWords(view.lang);
  const facts = [
    { term: words.account, value: account },
    { term: words.kind, value: words.kindValue },
    { term: words.size, value: words.sizeValue },
  ];
  return (
    <More summary={words.cannotScan}>
      <p>{words.typeKey}</p>
      <p class="key">
        {groups.map((group) => (
          <span>{group}</span>
        ))}
      </p>
      <div class="lead">
        <Facts items={facts} />
      </div>
    </More>
  );
};

const Get = ({ view }: EnrolPageProps) => (
  <>
    <p class="lead">{totpWords(view.lang).get}</p>
    <div class="lead">
      <Dots items={apps.map((app) => <span lang="en">{app}</span>)} />
    </div>
  </>
);

const Add = (props: EnrolPageProps) => {
  const { view, uri } = props;
  const words = totpWords(view.lang);
  const [before, after] = words.here;
  return (
    <>
      <p class="lead">{words.scan}</p>
      <p class="hint">{words.scanMore}</p>
      <p class="lead">
        <QrCode text={uri} label={words.qr} />
      </p>
      <p class="lead">
        {before}
        <a href={uri}>{words.openApp}</a>
        {after}
      </p>
      <div class="lead">
        <Key {...props} />
      </div>
      <p class="hint">{words.keepSecret}</p>
    </>
  );
};

const Confirm = ({ view, errors, name }: EnrolPageProps) => {
  const words = totpWords(view.lang);
  return (
    <>
      <Field
        view={view}
        name="totpCode"
        label={words.firstCode}
        need="must"
        hint={words.firstCodeHint}
        error={errors.totpCode}
        width="code"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
      />
      <Field
        view={view}
        name="totpName"
        label={words.name}
        need="may"
        hint={words.nameHint}
        error={errors.totpName}
        value={name}
        autocomplete="off"
      />
    </>
  );
};

/** Three things to do: the app, the pattern, the first code. */
export const EnrolPage = (props: EnrolPageProps) => {
  const { view, action, turn, errors } = props;
  const words = totpWords(view.lang);
  const items = [
    { title: words.getTitle, body: <Get {...props} /> },
    { title: words.addTitle, body: <Add {...props} /> },
    { title: words.codeTitle, body: <Confirm {...props} /> },
  ];
  return (
    <>
      <Form view={view} action={action} hidden={{ turn }}>
        <How items={items} isTop />
        <Actions>
          <Button main>{words.register}</Button>
        </Actions>
      </Form>
      {errors.totpCode === undefined ? null : <Help view={view} />}
    </>
  );
};
