import {
  Actions,
  BackLink,
  Button,
  Check,
  Form,
  Note,
  OnLink,
  Page,
  type View,
} from "../../../ui/index.ts";
import { addressesWords, doneWords } from "../text/addresses-text.ts";
import { noticesWords } from "../text/notices-text.ts";

type Props = {
  readonly view: View;
  /** Of the society: whether its members choose. */
  readonly mode: "off" | "always" | "by-preference";
  readonly wants: boolean;
  readonly hasAddress: boolean;
  readonly done: keyof ReturnType<typeof doneWords> | null;
};

const Choice = ({ view, wants, hasAddress }: Props) => {
  const words = noticesWords(view.lang);
  if (!hasAddress)
    return (
      <>
        <p>{words.noAddress}</p>
        <OnLink href="/profile/email">{words.toAddress}</OnLink>
      </>
    );
  return (
    <Form view={view} action="/profile/notices" hidden={{ asked: "yes" }} keeps>
      <Check view={view} name="wantsUpdateMails" label={words.label} checked={wants} />
      <Actions>
        <Button main>{words.save}</Button>
      </Actions>
    </Form>
  );
};

/** 「通知情報更新時のメール通知」 */
export const NoticesPage = (props: Props) => {
  const { view, mode, done } = props;
  const words = noticesWords(view.lang);
  return (
    <Page view={view} title={words.title} kind="sheet">
      <BackLink href="/profile">{addressesWords(view.lang).toProfile}</BackLink>
      <h1>{words.title}</h1>
      {done === null ? null : (
        <div class="gap">
          <Note kind="ok" title={doneWords(view.lang)[done][0]} status />
        </div>
      )}
      <p class="lead">{words.lead[mode]}</p>
      <p class="soft">{words.security}</p>
      {mode === "by-preference" ? <Choice {...props} /> : null}
    </Page>
  );
};
