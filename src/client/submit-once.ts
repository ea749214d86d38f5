/** Long enough for a slow line; after it the member may try again (the server tells repeats). */
const patienceMs = 20_000;

type Sent = { readonly label: HTMLElement; readonly text: string | null };
const sent = new Map<HTMLFormElement, Sent | undefined>();

const release = () => {
  for (const before of sent.values()) if (before) before.label.textContent = before.text;
  sent.clear();
};

const pressed = (form: HTMLFormElement, event: SubmitEvent): HTMLElement | null =>
  // Old phones do not tell the button (SubmitEvent.submitter, iOS 15.4, Chrome 81).
  event.submitter ?? form.querySelector<HTMLElement>('button[type="submit"]');

const onSubmit = (form: HTMLFormElement, event: SubmitEvent) => {
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  const button = pressed(form, event);
  const label = button?.querySelector<HTMLElement>("span") ?? button;
  sent.set(form, label ? { label, text: label.textContent } : undefined);
  if (label) label.textContent = form.dataset.sending ?? label.textContent;
  setTimeout(release, patienceMs);
};

/** A second press does nothing. The button is never disabled: its name and value must be sent. */
export const submitOnce = () => {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sending]"))
    form.addEventListener("submit", (event) => onSubmit(form, event));
  // A page that comes back from the browser's memory is as before.
  window.addEventListener("pageshow", release);
};
