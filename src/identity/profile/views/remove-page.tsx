import { Actions, Button, Dots, Form, Note, type View } from "../../../ui/index.ts";
import { pageWords } from "../text/pages-text.ts";
import { ProfileSheet } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly action: string;
  /** Such as 「生体認証(わたしのスマートフォン)」 */
  readonly which: string;
  /** What it means beside that, each a sentence. */
  readonly means: readonly string[];
  /** Hidden in the form. */
  readonly proof: string;
};

/** 「削除の確認」: asks, and says what it means. */
export const RemovePage = ({ view, action, which, means, proof }: Props) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.removeTitle}>
      <p class="lead">{words.removeLead(which)}</p>
      <div class="gap">
        <Dots items={[words.removeMeans, ...means]} />
      </div>
      <Form view={view} action={action} hidden={{ proof }}>
        <Actions>
          <Button danger>{words.remove}</Button>
          <Button href="/profile">{words.cancel}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};

/** Why it cannot be deleted, and what to do first. */
export const LastPage = ({ view, which }: Pick<Props, "view" | "which">) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.lastTitle}>
      <p class="lead">{which}</p>
      <div class="gap">
        <Note kind="warn" title={words.lastTitle}>
          {words.last}
        </Note>
      </div>
      <Actions>
        <Button main href="/profile/factors/new">
          {words.addTitle}
        </Button>
        <Button href="/profile">{words.cancel}</Button>
      </Actions>
    </ProfileSheet>
  );
};
