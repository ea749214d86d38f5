import type { Language } from "../../../society/types.ts";
import {
  Actions,
  Button,
  Choices,
  type FieldErrors,
  Form,
  type TextSize,
  type View,
} from "../../../ui/index.ts";
import { ProfileSheet } from "../views/frame.tsx";
import { displayWords } from "./text.ts";

export const languages: readonly Language[] = ["ja", "en"];
export const textSizes: readonly TextSize[] = ["standard", "large"];

type Props = {
  readonly view: View;
  readonly language: string;
  readonly textSize: string;
  readonly errors: FieldErrors;
};

/** 「表示の設定」 */
export const DisplayPage = ({ view, language, textSize, errors }: Props) => {
  const words = displayWords(view.lang);
  return (
    <ProfileSheet view={view} title={words.title} errors={errors}>
      <p class="lead">{words.lead}</p>
      <Form view={view} action="/profile/display" keeps>
        <Choices
          view={view}
          name="language"
          label={words.language}
          need="none"
          hint={words.languageHint}
          error={errors.language}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
          value={language}
          pair
        />
        <Choices
          view={view}
          name="textSize"
          label={words.textSize}
          need="none"
          hint={words.textSizeHint}
          error={errors.textSize}
          options={textSizes.map((value) => ({ value, label: words.textSizes[value] }))}
          value={textSize}
          pair
        />
        <Actions>
          <Button main>{words.save}</Button>
          <Button href="/profile">{words.cancel}</Button>
        </Actions>
      </Form>
    </ProfileSheet>
  );
};
