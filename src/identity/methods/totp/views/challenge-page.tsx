import type { FieldErrors, View } from "../../../../ui/index.ts";
import { Actions, Button, Choices, Field, Form, More } from "../../../../ui/index.ts";
import type { WayOn } from "../../rules.ts";
import type { Device } from "../rules.ts";
import { totpWords } from "../text.ts";
import { Help } from "./help.tsx";

export type ChallengePageProps = {
  readonly view: View;
  readonly action: string;
  readonly turn: string;
  readonly errors: FieldErrors;
  /** What the entry in the app is called. */
  readonly society: string;
  readonly devices: readonly Device[];
  readonly way: WayOn;
  /** The one that is chosen, or probably at hand. */
  readonly device: string;
};

const whichIn = ({ view, devices }: ChallengePageProps): string => {
  const words = totpWords(view.lang);
  const [only] = devices;
  return devices.length === 1 && only ? words.helpEntry(only.name) : words.helpDevice;
};

/** 「認証するデバイス」 is asked of those who have several. */
const WhichDevice = ({ view, devices, device, errors }: ChallengePageProps) => {
  const words = totpWords(view.lang);
  if (devices.length < 2) return null;
  return (
    <Choices
      view={view}
      name="totpDevice"
      label={words.device}
      need="none"
      hint={words.deviceHint}
      options={devices.map(({ id, name }) => ({ value: id, label: name }))}
      value={device}
      error={errors.totpDevice}
    />
  );
};

/** The code of an app, at a sign-in. */
export const ChallengePage = (props: ChallengePageProps) => {
  const { view, action, turn, errors, society, way } = props;
  const words = totpWords(view.lang);
  return (
    <>
      <p class="lead">{words.ask(society)}</p>
      <Form view={view} action={action} hidden={{ turn }}>
        <WhichDevice {...props} />
        <Field
          view={view}
          name="totpCode"
          label={words.code}
          need="none"
          hint={words.codeHint}
          error={errors.totpCode}
          width="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
        />
        <Actions>
          <Button main>{words.check}</Button>
        </Actions>
      </Form>
      {errors.totpCode === undefined ? null : <Help view={view} which={whichIn(props)} />}
      <div class="section">
        <More summary={words.lostTitle}>
          <p>{words.lost[way]}</p>
        </More>
      </div>
    </>
  );
};
