import { Actions, Button, Form, Page, type View } from "../../ui/index.ts";
import type { Pressed } from "./rules.ts";
import { addressWords } from "./text.ts";

/** Opening it changes nothing: mail scanners open every link, some with JavaScript. */
export const ConfirmAddressPage = ({
  view,
  action,
  masked,
}: {
  readonly view: View;
  readonly action: string;
  readonly masked: string;
}) => {
  const words = addressWords(view.lang);
  return (
    <Page view={view} title={words.title} kind="sheet">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p class="gap">
        <b class="addr">{masked}</b>
      </p>
      <Form view={view} action={action}>
        <Actions>
          <Button main>{words.button}</Button>
        </Actions>
      </Form>
    </Page>
  );
};

export const PressedPage = ({
  view,
  pressed,
}: {
  readonly view: View;
  readonly pressed: Pressed | "invalid";
}) => {
  const words = addressWords(view.lang);
  const title = words[`${pressed}Title`];
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{words[pressed]}</p>
      <Actions>
        <Button main href="/">
          {words.toHome}
        </Button>
      </Actions>
    </Page>
  );
};
