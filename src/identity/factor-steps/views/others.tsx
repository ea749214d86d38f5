import { Button, Form, Section, type View } from "../../../ui/index.ts";
import type { Method } from "../../methods/index.ts";
import { factorWords } from "../text/factor-text.ts";

type Props = {
  readonly view: View;
  readonly action: string;
  readonly turn: string;
  readonly others: readonly Method[];
};

/** 「別の方法で認証する」: what else is enrolled. */
export const Others = ({ view, action, turn, others }: Props) => {
  if (others.length === 0) return null;
  return (
    <Section title={factorWords(view.lang).othersTitle} id="others">
      {others.map(({ name, title }) => (
        <Form view={view} action={action} hidden={{ turn, other: name }} bare>
          <Button>{title(view.lang)}</Button>
        </Form>
      ))}
    </Section>
  );
};
