import type { Child } from "hono/jsx";
import type { Language } from "../../society/types.ts";
import { Icon } from "../parts/icons.tsx";
import { wordsIn } from "../text.ts";

/** must 「必須」 · may 「任意」 · none: no mark, where every field is needed and everyone knows. */
export type Need = "must" | "may" | "none";

export const NeedMark = ({ lang, need }: { readonly lang: Language; readonly need: Need }) => {
  if (need === "none") return null;
  const words = wordsIn(lang);
  return need === "must" ? (
    <span class="mark mark--must">{words.must}</span>
  ) : (
    <span class="mark">{words.may}</span>
  );
};

/** The ids that `aria-describedby` names, or undefined when there are none. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined => {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
};

type HintProps = { readonly id: string; readonly children?: Child };

export const Hint = ({ id, children }: HintProps) =>
  children === undefined || children === null ? null : (
    <p class="hint" id={`${id}-hint`}>
      {children}
    </p>
  );

type FieldErrorProps = {
  readonly lang: Language;
  readonly id: string;
  readonly error: string | undefined;
};

export const FieldError = ({ lang, id, error }: FieldErrorProps) =>
  error === undefined ? null : (
    <p class="error" id={`${id}-error`}>
      <Icon name="error" />
      <span>
        <span class="sr">{wordsIn(lang).error}</span>
        {error}
      </span>
    </p>
  );

export const fieldClass = (error: string | undefined) =>
  error === undefined ? "field" : "field field--error";
