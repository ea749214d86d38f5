import { Actions, Button, Field, Form, Note, type View } from "../../../../ui/index.ts";
import type { DoorPage, DoorShown } from "../../method.ts";
import { recoveryCodesWords } from "../text/recovery-codes-text.ts";

type Props = {
  readonly view: View;
  /** `looked`: how many are left. */
  readonly shown: DoorShown<null, number>;
  /** Who can use nothing of theirs may enrol anew by themselves. */
  readonly canRenew: boolean;
};

const None = ({ view, canRenew }: Props) => {
  const words = recoveryCodesWords(view.lang);
  return (
    <div class="gap">
      <Note kind="warn" title={words.noneTitle}>
        <p>{canRenew ? words.noneRenew : words.none}</p>
      </Note>
    </div>
  );
};

const Ask = ({ view, shown: { action, turn, errors } }: Props) => {
  const words = recoveryCodesWords(view.lang);
  const [before, after] = words.hint;
  return (
    <>
      <p class="lead">{words.askLead}</p>
      <Form view={view} action={action} hidden={{ turn }}>
        <Field
          view={view}
          name="recoveryCode"
          label={words.code}
          need="none"
          hint={
            <>
              {before}
              <span class="nowrap">4kmwt-29hpz</span>
              {after}
            </>
          }
          error={errors.recoveryCode}
          width="id"
          autocomplete="off"
          maxlength={40}
        />
        <Actions>
          <Button main>{words.check}</Button>
        </Actions>
      </Form>
    </>
  );
};

/** 「リカバリーコードを入力してください」 */
export const AskPage = (props: Props): DoorPage => ({
  title: recoveryCodesWords(props.view.lang).askTitle,
  body: props.shown.looked > 0 ? <Ask {...props} /> : <None {...props} />,
});
