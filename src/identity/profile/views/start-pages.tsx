import { Actions, Button, Dots, Form, Note, type View } from "../../../ui/index.ts";
import { pageWords } from "../text/pages-text.ts";
import { ProfileSheet } from "./frame.tsx";

type WithView = { readonly view: View };

/** 「認証方法の追加」: what it is for, and what to have at hand. */
export const AddPage = ({ view }: WithView) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.addTitle}>
      <p class="lead">{words.addLead}</p>
      <p class="gap">{words.addTime}</p>
      <Form view={view} action="/profile/factors/new">
        <Actions>
          <Button main>{words.start}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};

/** What was sent belongs to an attempt before the newest one. */
export const OvertakenPage = ({ view, newest }: WithView & { readonly newest: string }) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.overtakenTitle}>
      <p class="lead">{words.overtakenLead}</p>
      <p class="gap">{words.overtakenApp}</p>
      <Actions>
        <Button main href={newest}>
          {words.toNewest}
        </Button>
      </Actions>
    </ProfileSheet>
  );
};

/** 「リカバリーコードを新しく作る」 */
export const NewCodesPage = ({ view, left }: WithView & { readonly left: number | null }) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.codesTitle}>
      <p class="lead">{left === null ? words.codesFirst : words.codesLead(left)}</p>
      <Form view={view} action="/profile/recovery-codes">
        <Actions>
          <Button main>{words.makeCodes}</Button>
          <Button href="/profile">{words.cancel}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};

type ChangeProps = WithView & {
  readonly method: string;
  readonly title: string;
  readonly isEnrolled: boolean;
};

/** 「認証方法の変更」, after who chose it was asked again. */
export const ChangeMethodPage = ({ view, method, title, isEnrolled }: ChangeProps) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.methodTitle}>
      <p class="lead">{isEnrolled ? words.activateLead(title) : words.enrolLead(title)}</p>
      <Form view={view} action="/profile/method" hidden={{ method }}>
        <Actions>
          <Button main>{isEnrolled ? words.change : words.start}</Button>
          <Button href="/profile">{words.cancel}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};

type OffProps = WithView & { readonly removed: readonly string[] };

/** 「使わない」: asks, and says what goes. */
export const TurnOffPage = ({ view, removed }: OffProps) => {
  const words = pageWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.methodTitle}>
      <p class="lead">{words.offLead}</p>
      <div class="gap">
        <Dots items={removed} />
      </div>
      <div class="gap">
        <Note kind="warn" title={words.offMeans} />
      </div>
      <Form view={view} action="/profile/method" hidden={{ method: "none", sure: "yes" }}>
        <Actions>
          <Button danger>{words.turnOff}</Button>
          <Button href="/profile">{words.cancel}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};
