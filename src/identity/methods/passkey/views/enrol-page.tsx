import {
  Actions,
  Button,
  Dots,
  Field,
  type FieldErrors,
  Form,
  More,
  type View,
} from "../../../../ui/index.ts";
import type { WayOn } from "../../rules.ts";
import { type Failure, passkeyWords } from "../text/passkey-text.ts";
import { Absent, Failed, Help, Renewed } from "./trouble.tsx";

export type PasskeyPageProps = {
  readonly view: View;
  readonly action: string;
  readonly turn: string;
  /** For the browser, as JSON. */
  readonly options: string;
  readonly isRenewed: boolean;
  readonly way: WayOn;
  /** Who can use nothing of theirs may enrol anew by themselves. */
  readonly canRenew?: boolean | undefined;
  readonly errors: FieldErrors;
  /** For the gallery: what the script would show. */
  readonly shown?: { readonly failure?: Failure; readonly isAbsent?: boolean } | undefined;
};

type EnrolPageProps = PasskeyPageProps & { readonly name: string | undefined };

/** 「生体認証を登録する」 */
export const EnrolPage = (props: EnrolPageProps) => {
  const { view, action, turn, options, isRenewed, way, errors, name, shown } = props;
  const words = passkeyWords(view.lang);
  return (
    <>
      <p class="lead">{words.enrolLead}</p>
      <p class="lead">{words.enrolNext}</p>
      {isRenewed ? <Renewed view={view} /> : null}
      <Failed view={view} doing="create" shown={shown?.failure} />
      <Absent view={view} way={way} isShown={shown?.isAbsent} />
      <Form
        view={view}
        action={action}
        hidden={{ turn, response: "" }}
        data={{ passkey: "create", options }}
      >
        <Field
          view={view}
          name="passkeyName"
          label={words.name}
          need="may"
          hint={words.nameHint}
          error={errors.passkeyName}
          value={name}
          autocomplete="off"
        />
        <Actions>
          <Button main icon="fingerprint">
            {words.enrol}
          </Button>
        </Actions>
      </Form>
      <div class="section">
        <More summary={words.neededTitle}>
          <Dots items={words.needed} />
        </More>
      </div>
      <Help view={view} doing="create" way={way} />
    </>
  );
};
