import { Actions, Button, Page, type View } from "../../../ui/index.ts";
import { signInWords } from "../text.ts";

/** What a right provisional password may come to instead of a registration, and the refused source. */
export type NoticeKind =
  | "used"
  | "expired"
  | "replaced"
  | "mailed-used"
  | "mailed-expired"
  | "too-many";

const wordsOf = (view: View, kind: NoticeKind): readonly [string, string] => {
  const words = signInWords(view.lang);
  const all: Record<NoticeKind, readonly [string, string]> = {
    used: [words.letterUsedTitle, words.letterUsed],
    expired: [words.letterExpiredTitle, words.letterExpired],
    replaced: [words.letterReplacedTitle, words.letterReplaced],
    "mailed-used": [words.mailedUsedTitle, words.mailedUsed],
    "mailed-expired": [words.mailedExpiredTitle, words.mailedExpired],
    "too-many": [words.tooManyTitle, words.tooMany],
  };
  return all[kind];
};

/** Whoever needs another 仮パスワード by mail asks for it. */
const wayOn = (view: View, kind: NoticeKind): readonly [href: string, label: string] => {
  const words = signInWords(view.lang);
  return kind === "mailed-used" || kind === "mailed-expired"
    ? ["/forgot-password", words.forgotPassword]
    : ["/sign-in", words.toSignIn];
};

/** One thing to know, and the way back to the sign-in; the telephone stands in the footer. */
export const NoticePage = ({ view, kind }: { readonly view: View; readonly kind: NoticeKind }) => {
  const [title, text] = wordsOf(view, kind);
  const [href, label] = wayOn(view, kind);
  const words = signInWords(view.lang);
  return (
    <Page view={view} title={title} kind="sheet">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <Actions>
        <Button main href={href}>
          {label}
        </Button>
      </Actions>
      <p class="gap small soft">
        {words.inquiryNumber} <span class="num nowrap">{view.requestId}</span>
      </p>
    </Page>
  );
};
