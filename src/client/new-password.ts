/** Who types is not interrupted: what is missing is read out after a pause. */
const pauseMs = 1_000;

type Typed = { readonly text: string; readonly again: string; readonly id: string };
type Limits = { readonly min: number; readonly max: number };

// As the server reads a password (kernel/password-text).
const normal = (text: string) => text.normalize("NFKC").replace(/¥/g, "\\");

const isMet: Readonly<Record<string, (typed: Typed, limits: Limits) => boolean>> = {
  length: ({ text }, { min, max }) => {
    const { length } = Array.from(text);
    return length >= min && length <= max;
  },
  letter: ({ text }) => /\p{L}/u.test(text),
  digit: ({ text }) => /\p{N}/u.test(text),
  ascii: ({ text }) => /^[!-~]+$/.test(text),
  id: ({ text, id }) => text !== "" && text.toLowerCase() !== id.toLowerCase(),
  again: ({ text, again }) => text !== "" && text === again,
};

const typedIn = (form: HTMLFormElement | null, selector: string): string => {
  const input = form?.querySelector<HTMLInputElement>(selector);
  return normal(input?.value ?? "");
};

const show = (rule: HTMLElement, isDone: boolean, word: string) => {
  rule.classList.toggle("is-met", isDone);
  const state = rule.querySelector("[data-state]");
  if (state) state.textContent = `:${word}`;
};

/** Marks each rule, and answers with the names of those that are not met. */
const judge = (advice: HTMLElement, form: HTMLFormElement | null): readonly string[] => {
  const { min, max, met = "", open = "" } = advice.dataset;
  const typed = {
    text: typedIn(form, "#password"),
    again: typedIn(form, "#passwordAgain"),
    id: typedIn(form, '[autocomplete="username"]'),
  };
  const limits = { min: Number(min), max: Number(max) };
  const rules = Array.from(advice.querySelectorAll<HTMLElement>("[data-rule]"));
  const missing = rules.filter((rule) => {
    const isDone = isMet[rule.dataset.rule ?? ""]?.(typed, limits) ?? true;
    show(rule, isDone, isDone ? met : open);
    return !isDone;
  });
  return missing.map((rule) => rule.querySelector("span")?.textContent ?? "");
};

const advise = (advice: HTMLElement) => {
  const form = advice.closest("form");
  const says = advice.querySelector("[data-says]");
  const { missing = "", between = "", complete = "" } = advice.dataset;
  let waiting: ReturnType<typeof setTimeout>;
  const look = () => {
    const names = judge(advice, form);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (says) says.textContent = names.length > 0 ? missing + names.join(between) : complete;
    }, pauseMs);
  };
  advice.hidden = false;
  form?.addEventListener("input", look);
};

/** Beside a new password: what is still missing. Nothing of it leaves the page. */
export const advisePasswords = () => {
  for (const advice of document.querySelectorAll<HTMLElement>("[data-advice]")) advise(advice);
};
