// Pages that ask for a passkey. `data-passkey` is create, get (both by the button) or autofill (the
// browser offers it in a field); `data-options` as the server wrote them.
import { answerOf, createOptions, getOptions, type Options } from "./passkey-json.ts";

type Busy = { readonly label: HTMLElement; readonly text: string | null };

let waiting: AbortController | null = null;
let busy: Busy | null = null;

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);
const formOf = (kind: string) =>
  document.querySelector<HTMLFormElement>(`form[data-passkey="${kind}"]`);
const optionsOf = (form: HTMLFormElement): Options => JSON.parse(form.dataset.options ?? "{}");

/** Without the submit event: the script that takes care of double presses must not see it twice. */
const send = (form: HTMLFormElement, credential: Credential | null) => {
  const field = form.elements.namedItem("response");
  if (!credential || !(field instanceof HTMLInputElement)) throw new Error("no answer");
  field.value = answerOf(credential as PublicKeyCredential);
  form.submit();
};

const release = () => {
  if (busy) busy.label.textContent = busy.text;
  busy = null;
};

const showFailure = (name: string) => {
  const sentences = Array.from(all("[data-passkey-why]"));
  const known = sentences.some((one) => one.dataset.passkeyWhy === name) ? name : "other";
  for (const one of sentences) one.hidden = one.dataset.passkeyWhy !== known;
  for (const note of all("[data-passkey-failed]")) {
    note.hidden = false;
    note.focus();
  }
};

const hideFailure = () => {
  for (const note of all("[data-passkey-failed]")) note.hidden = true;
};

/** Called at once in the press: Safari asks for that, and refuses after any pause. */
const ask = (form: HTMLFormElement): Promise<Credential | null> => {
  const options = optionsOf(form);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: createOptions(options) })
    : navigator.credentials.get({ publicKey: getOptions(options) });
};

const press = async (form: HTMLFormElement) => {
  if (busy) return;
  const button = form.querySelector<HTMLElement>("button[type=submit]");
  const label = button?.querySelector<HTMLElement>("span") ?? button;
  if (!label) return;
  busy = { label, text: label.textContent };
  label.textContent = form.dataset.sending ?? label.textContent;
  hideFailure();
  // Two questions at a time are refused by the browser.
  waiting?.abort();
  waiting = null;
  try {
    send(form, await ask(form));
  } catch (error) {
    release();
    showFailure(error instanceof Error ? error.name : "other");
    await offer();
  }
};

type Supporting = { isConditionalMediationAvailable?: () => Promise<boolean> };

/** A passkey among what the browser fills in. Whoever does not want it sees nothing of it. */
const offer = async () => {
  const form = formOf("autofill");
  const { isConditionalMediationAvailable } = PublicKeyCredential as Supporting;
  if (!form || !isConditionalMediationAvailable) return;
  try {
    const isOffered = await isConditionalMediationAvailable.call(PublicKeyCredential);
    if (!isOffered || busy) return;
    waiting = new AbortController();
    const publicKey = getOptions(optionsOf(form));
    const request = { publicKey, mediation: "conditional", signal: waiting.signal };
    send(form, await navigator.credentials.get(request as CredentialRequestOptions));
  } catch {
    // Aborted by a press, or nothing to offer: the page works on as it is.
  }
};

const start = () => {
  if (!("credentials" in navigator) || typeof PublicKeyCredential === "undefined") {
    for (const note of all("[data-passkey-absent]")) note.hidden = false;
    for (const form of all("form[data-passkey]")) form.hidden = true;
    return;
  }
  for (const part of all("[data-passkey-present]")) part.hidden = false;
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.dataset.passkey) return;
      event.preventDefault();
      event.stopPropagation();
      press(form).catch(release);
    },
    true,
  );
  // A page that comes back from the browser's memory is as before.
  window.addEventListener("pageshow", release);
  offer().catch(release);
};

start();
