import { dayIn } from "../../../../kernel/moments.ts";
import { todayInTokyo } from "../../../../kernel/time.ts";
import { Actions, Button, Form, Icon, Note, type View } from "../../../../ui/index.ts";
import type { DoorPage, DoorShown } from "../../method.ts";
import { recoveryCodesWords } from "../text/recovery-codes-text.ts";
import type { Kept } from "../types.ts";

type Props = { readonly view: View; readonly shown: DoorShown<Kept, undefined> };

const Codes = ({ view, shown: { kept, place } }: Props) => {
  const words = recoveryCodesWords(view.lang);
  const day = dayIn(view.lang, todayInTokyo(place.scene.now));
  return (
    <div class="gap">
      <h2>{words.codes}</h2>
      <ol class="codes">
        {kept.codes.map((code) => (
          <li>{code}</li>
        ))}
      </ol>
      <p class="soft small">{words.madeOn(day)}</p>
    </div>
  );
};

/** Printing needs JavaScript; the file does not. */
const Keep = ({ view, shown: { action } }: Props) => {
  const words = recoveryCodesWords(view.lang);
  return (
    <div class="gap no-print">
      <div class="actions">
        <button class="btn" type="button" hidden data-prints="">
          <Icon name="terms" />
          <span>{words.print}</span>
        </button>
        <Button href={`${action}.txt`} icon="download">
          {words.save}
        </Button>
      </div>
      <p class="hint">{words.saveHint}</p>
    </div>
  );
};

/** 「控えました」 and 「あとで」: who has no mailbox needs them. */
const Answers = ({ view, shown: { action, turn, place } }: Props) => {
  const words = recoveryCodesWords(view.lang);
  const { isMailExempt } = place.scene.flow.state.factor.person;
  return (
    <>
      <Form view={view} action={action} hidden={{ turn }}>
        <Actions>
          <Button main>{words.kept}</Button>
        </Actions>
      </Form>
      {isMailExempt ? null : (
        <div class="gap no-print">
          <Form view={view} action={action} hidden={{ turn, later: "yes" }} bare>
            <Button>{words.later}</Button>
            <p class="hint">{words.laterHint}</p>
          </Form>
        </div>
      )}
    </>
  );
};

/** 「リカバリーコードを控えてください」: shown while this step is open, and never again. */
export const CodesPage = (props: Props): DoorPage => {
  const { view, shown } = props;
  const words = recoveryCodesWords(view.lang);
  const { isMailExempt } = shown.place.scene.flow.state.factor.person;
  const body = (
    <>
      <p class="lead">{words.lead}</p>
      <Codes {...props} />
      <Keep {...props} />
      <div class="gap">
        <Note kind="warn" title={words.onceTitle}>
          <p>{words.once}</p>
        </Note>
      </div>
      {isMailExempt ? (
        <div class="gap">
          <Note kind="info" title={words.exemptTitle}>
            <p>{words.exempt}</p>
          </Note>
        </div>
      ) : null}
      <Answers {...props} />
    </>
  );
  return { title: words.pageTitle, body };
};
