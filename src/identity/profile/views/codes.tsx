import { Button, Note, Section, type View } from "../../../ui/index.ts";
import { profileWords } from "../text/profile-text.ts";

type Props = {
  readonly view: View;
  /** Null: none were made. */
  readonly left: number | null;
  readonly isFew: boolean;
};

/** 「リカバリーコード」: how many are left, and new ones. */
export const Codes = ({ view, left, isFew }: Props) => {
  const words = profileWords(view.lang);
  return (
    <Section title={words.codes} id="codes">
      <p>{words.codesLead}</p>
      {isFew ? (
        <div class="gap">
          <Note kind="warn" title={words.fewTitle}>
            {words.few}
          </Note>
        </div>
      ) : null}
      <p class="gap">
        <b>{left === null ? words.noCodes : words.codesLeft(left)}</b>
      </p>
      <p class="gap">
        <Button href="/profile/recovery-codes">
          {words.newCodes}
          <span class="sr">:{words.codes}</span>
        </Button>
      </p>
    </Section>
  );
};
