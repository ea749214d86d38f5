import type { Typed } from "../../../flow/index.ts";
import type { Id } from "../../../kernel/ids.ts";
import {
  Actions,
  Button,
  Field,
  type FieldErrors,
  Form,
  Select,
  TextArea,
  type View,
} from "../../../ui/index.ts";
import type { Reachable } from "../types.ts";
import { longestText, topics } from "./fields.ts";
import { formWords } from "./text.ts";

export type ContactFormProps = {
  /** Made with the form: two presses of it are one message. */
  readonly id: Id<"contact">;
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

type Props = ContactFormProps & {
  readonly view: View;
  /** Those that have an address for it: one, or several to choose from. */
  readonly societies: readonly Reachable[];
};

type Part = Props & { readonly words: ReturnType<typeof formWords> };

const Whom = ({ view, words, societies, typed, errors }: Part) =>
  societies.length === 1 ? null : (
    <Select
      view={view}
      name="society"
      label={words.labels.society}
      need="must"
      hint={words.societyHint}
      error={errors.society}
      value={typed.society}
      options={[
        { value: "", label: words.choose },
        ...societies.map(({ code, name }) => ({ value: code, label: name[view.lang] })),
      ]}
    />
  );

const What = ({ view, words, typed, errors }: Part) => (
  <>
    <Select
      view={view}
      name="topic"
      label={words.labels.topic}
      need="must"
      error={errors.topic}
      value={typed.topic}
      options={[
        { value: "", label: words.choose },
        ...topics.map((topic) => ({ value: topic, label: words.topics[topic] })),
      ]}
    />
    <TextArea
      view={view}
      name="text"
      label={words.labels.text}
      need="must"
      hint={words.textHint}
      error={errors.text}
      value={typed.text}
      maxlength={longestText}
    />
    <Field
      view={view}
      name="number"
      label={words.labels.number}
      need="may"
      hint={words.numberHint}
      error={errors.number}
      value={typed.number}
      width="id"
      maxlength={20}
      autocomplete="off"
    />
  </>
);

const Who = ({ view, words, typed, errors }: Part) => (
  <>
    <Field
      view={view}
      name="address"
      label={words.labels.address}
      need="must"
      hint={words.addressHint}
      error={errors.address}
      value={typed.address}
      type="email"
      inputmode="email"
      autocomplete="email"
      maxlength={254}
    />
    <Field
      view={view}
      name="name"
      label={words.labels.name}
      need="may"
      error={errors.name}
      value={typed.name}
      autocomplete="name"
      maxlength={60}
    />
    <Field
      view={view}
      name="kana"
      label={words.labels.kana}
      need="may"
      error={errors.kana}
      value={typed.kana}
      autocomplete="off"
      maxlength={60}
    />
  </>
);

/** 「フォームで問い合わせる」, for everybody, signed in or not. */
export const ContactForm = (props: Props) => {
  const { view, societies, id } = props;
  const words = formWords(view.lang);
  const [only] = societies;
  const hidden = { id, ...(societies.length === 1 && only ? { society: only.code } : {}) };
  return (
    <section aria-labelledby="form">
      <h2 id="form">{words.title}</h2>
      <p class="lead">{words.lead}</p>
      <Form view={view} action="/contact" hidden={hidden} keeps>
        <Whom {...props} words={words} />
        <What {...props} words={words} />
        <Who {...props} words={words} />
        <Actions>
          <Button main>{words.send}</Button>
        </Actions>
      </Form>
    </section>
  );
};
