import type { Shown } from "../../../flow/index.ts";
import { Actions, Button, Facts, Form, Section, type View } from "../../../ui/index.ts";
import { checkWords } from "../text/check-text.ts";
import type { State } from "../types.ts";
import { StepPage } from "./frame.tsx";

type Props = {
  readonly view: View;
  readonly shown: Shown<State>;
  readonly masked: string;
  readonly mailDomain: string;
};

/** Before an address on file may be seen or replaced: a number goes there. */
export const FileAddressPage = ({ view, shown, masked, mailDomain }: Props) => {
  const words = checkWords(view.lang);
  return (
    <StepPage view={view} shown={shown} step="file-address" title={words.fileTitle}>
      <p class="lead">{words.fileLead}</p>
      <div class="gap">
        <Facts
          items={[
            {
              term: words.fileTo,
              value: (
                <>
                  <b class="addr">{masked}</b>
                  <p class="soft small">{words.fileMasked}</p>
                </>
              ),
            },
            { term: words.fileFrom, value: <span class="addr">{`no-reply@${mailDomain}`}</span> },
          ]}
        />
      </div>
      <p class="gap">{words.fileHow}</p>
      <Form view={view} action={shown.action} hidden={{ turn: shown.turn }} bare>
        <Actions>
          <Button main icon="mail">
            {words.sendMail}
          </Button>
        </Actions>
      </Form>
      <Section title={words.lostTitle} id="lost">
        <p>{words.lost}</p>
      </Section>
    </StepPage>
  );
};
