import { Button, Icon, Note, OnLink, Section } from "../../../../ui/index.ts";
import { NotYet, type Waiting } from "../../../mail-check/index.ts";
import { checkWords } from "../../text/check-text.ts";
import type { WaitingProps } from "./types.ts";

/** Who pressed the mail's button, perhaps elsewhere: by itself with JavaScript, by 「更新」 without. */
export const Pressed = ({ view, shown }: WaitingProps) => {
  const words = checkWords(view.lang);
  return (
    <Section title={words.pressedTitle} id="pressed">
      <p>{words.pressed}</p>
      <p
        class="waits"
        role="status"
        hidden
        data-standing="/first-sign-in/standing"
        data-turn={shown.turn}
        data-next="/first-sign-in"
      >
        <Icon name="clock" />
        <span>{words.waiting}</span>
      </p>
      <div class="gap">
        <Button href={shown.action}>{words.refresh}</Button>
      </div>
    </Section>
  );
};

const ChangeLink = ({ view, shown }: WaitingProps) => {
  const isClassic = shown.scene.policy.firstSignIn.style === "classic";
  return (
    <OnLink href={isClassic ? "/first-sign-in/details" : "/first-sign-in/address"}>
      {checkWords(view.lang).change}
    </OnLink>
  );
};

export const WrongAddress = (props: WaitingProps) => (
  <Section title={checkWords(props.view.lang).wrongTitle} id="wrong">
    <ChangeLink {...props} />
  </Section>
);

/** What the mail server of the address said, or a bounce. */
const Undelivered = (props: WaitingProps) => {
  const { view, isOnFile } = props;
  const words = checkWords(view.lang);
  return (
    <div class="gap">
      <Note kind="stop" title={words.undelivered}>
        <p>{isOnFile ? words.undeliveredOnFile : words.undeliveredNext}</p>
        {isOnFile ? null : <ChangeLink {...props} />}
      </Note>
    </div>
  );
};

type TroubleProps = WaitingProps & { readonly trouble: NonNullable<Waiting["trouble"]> };

/** A mail that cannot arrive, or not yet: whose doing it is, and what to do. */
export const Trouble = ({ trouble, ...props }: TroubleProps) =>
  trouble === "undeliverable" ? (
    <Undelivered {...props} />
  ) : (
    <NotYet view={props.view} trouble={trouble} />
  );
