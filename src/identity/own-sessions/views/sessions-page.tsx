import {
  Actions,
  BackLink,
  Button,
  Form,
  Icon,
  type IconName,
  Note,
  Page,
  Section,
  Tag,
  type View,
} from "../../../ui/index.ts";
import { type Done, ownSessionsWords } from "../text.ts";

/** A signed-in device, as its owner reads of it. */
export type ShownSession = {
  readonly id: string;
  /** Null: it has no name. */
  readonly device: string | null;
  readonly icon: IconName;
  /** As people say it. */
  readonly startedAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
};

type Props = {
  readonly view: View;
  readonly sessions: readonly ShownSession[];
  /** More than these. */
  readonly hasMore: boolean;
  readonly done: Done | null;
};

const action = "/profile/sessions";

type DeviceProps = { readonly view: View; readonly session: ShownSession };

const Device = ({ view, session }: DeviceProps) => {
  const words = ownSessionsWords(view.lang);
  const { id, device, icon, startedAt, seenAt, isThis } = session;
  const name = device ?? words.unknown;
  return (
    <li>
      <div class="device">
        <Icon name={icon} />
        <div>
          <p class="device__name">
            {name} {isThis ? <Tag kind="ok">{words.thisOne}</Tag> : null}
          </p>
          <p class="small soft">
            {words.seenAt} <span class="nowrap">{seenAt}</span>
            <br />
            {words.startedAt} <span class="nowrap">{startedAt}</span>
          </p>
          <Form view={view} action={action} hidden={{ end: id }} bare>
            <Button small>
              {words.endOne}
              <span class="sr">
                :{name} {isThis ? words.thisOne : startedAt}
              </span>
            </Button>
          </Form>
        </div>
      </div>
    </li>
  );
};

/** Both together, each with what it means: which one is meant must not be a guess. */
const Several = ({ view, sessions }: Props) => {
  const words = ownSessionsWords(view.lang);
  if (sessions.length < 2) return <p class="gap">{words.onlyThis}</p>;
  return (
    <Section title={words.several} id="several">
      <Form view={view} action={action} hidden={{ end: "others" }} bare>
        <Actions>
          <Button>{words.endOthers}</Button>
        </Actions>
        <p class="small soft">{words.othersHint}</p>
      </Form>
      <Form view={view} action={action} hidden={{ end: "all" }} bare>
        <Actions>
          <Button>{words.endAll}</Button>
        </Actions>
        <p class="small soft">{words.allHint}</p>
      </Form>
    </Section>
  );
};

/** 「ログイン中のデバイス」 */
export const SessionsPage = (props: Props) => {
  const { view, sessions, hasMore, done } = props;
  const words = ownSessionsWords(view.lang);
  const [title, text] = done === null ? [] : words.done[done];
  return (
    <Page view={view} title={words.title} kind="sheet">
      <BackLink href="/profile">{words.toProfile}</BackLink>
      <h1>{words.title}</h1>
      {title === undefined ? null : (
        <div class="gap">
          <Note kind={done === "none" ? "info" : "ok"} title={title} status>
            {text}
          </Note>
        </div>
      )}
      <p class="lead">{words.lead}</p>
      <ul class="devices gap">
        {sessions.map((session) => (
          <Device view={view} session={session} />
        ))}
      </ul>
      {hasMore ? <p class="gap">{words.most(sessions.length)}</p> : null}
      <Several {...props} />
    </Page>
  );
};
