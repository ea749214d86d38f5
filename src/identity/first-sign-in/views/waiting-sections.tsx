import { Button, Dots, Icon, OnLink, Section } from "../../../ui/index.ts";
import { checkWords } from "../text/check-text.ts";
import type { WaitingProps } from "./address-check-page.tsx";
import { Resend } from "./code-forms.tsx";

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

/** 「メールが届かないとき」 */
export const Missing = (props: WaitingProps) => {
  const { view, mailDomain, isOnFile, waiting } = props;
  const words = checkWords(view.lang);
  const hints = words.missing(`no-reply@${mailDomain}`, waiting.newest);
  return (
    <Section title={words.missingTitle} id="missing">
      <Dots items={isOnFile ? [...hints, words.lostOnFile] : hints} />
      {waiting.code === "open" ? <Resend {...props} /> : null}
    </Section>
  );
};

export const WrongAddress = ({ view, shown }: WaitingProps) => {
  const words = checkWords(view.lang);
  const isClassic = shown.scene.policy.firstSignIn.style === "classic";
  return (
    <Section title={words.wrongTitle} id="wrong">
      <OnLink href={isClassic ? "/first-sign-in/details" : "/first-sign-in/address"}>
        {words.change}
      </OnLink>
    </Section>
  );
};
