import { Actions, Button, Form, Note, type View } from "../../../ui/index.ts";
import { addressesWords } from "../text/addresses-text.ts";
import { Sheet } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly second: string;
};

const toAddresses = (view: View) => ({
  href: "/profile/email",
  label: addressesWords(view.lang).toAddresses,
});

/** 「主なアドレスにする」: asks, and says what becomes of the main one. */
export const SwapPage = ({ view, second, keeps }: Props & { readonly keeps: boolean }) => {
  const words = addressesWords(view.lang);
  return (
    <Sheet view={view} title={words.swapTitle} back={toAddresses(view)}>
      <p class="lead">
        <b class="addr">{second}</b>
      </p>
      <p>{words.swapLead}</p>
      <p>{keeps ? words.swapKeeps : words.swapDrops}</p>
      {/* What the page showed is what happens: another address by then is none of this one's. */}
      <Form view={view} action="/profile/second-address/main" hidden={{ second }}>
        <Actions>
          <Button main>{words.swap}</Button>
          <Button href="/profile/email">{words.cancel}</Button>
        </Actions>
      </Form>
    </Sheet>
  );
};

/** 「削除する」: asks, and says what it means. */
export const RemovePage = ({ view, second }: Props) => {
  const words = addressesWords(view.lang);
  return (
    <Sheet view={view} title={words.removeTitle} back={toAddresses(view)}>
      <p class="lead">{words.removeLead}</p>
      <p>
        <b class="addr">{second}</b>
      </p>
      <div class="gap">
        <Note kind="warn" title={words.removeMeans} />
      </div>
      <Form view={view} action="/profile/second-address/delete" hidden={{ second }}>
        <Actions>
          <Button danger>{words.remove}</Button>
          <Button href="/profile/email">{words.cancel}</Button>
        </Actions>
      </Form>
    </Sheet>
  );
};
