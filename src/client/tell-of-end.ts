/** So long before the end a page says so. */
const leadSeconds = 120;
/** A line that fails: asked again so much later. */
const retrySeconds = 15;

/** As the server says it; 0 seconds: the session has ended. */
type Leaves = { readonly seconds: number; readonly at: string; readonly isLast: boolean };

const json = async (path: string, init: RequestInit): Promise<Leaves> => {
  const answer = await fetch(path, { cache: "no-store", ...init });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

const show = (note: HTMLElement, state: string, at = "") => {
  note.hidden = state === "";
  // Room for it above what gets the focus.
  document.documentElement.classList.toggle("is-leaving", state !== "");
  for (const part of note.querySelectorAll<HTMLElement>("[data-leaving]"))
    part.hidden = part.dataset.leaving !== state;
  for (const time of note.querySelectorAll("[data-leaving-at]")) time.textContent = at;
  for (const form of note.querySelectorAll("form")) form.hidden = state !== "soon";
};

const watch = (note: HTMLElement, form: HTMLFormElement) => {
  let timer = 0;
  let isTyping = false;
  let isOver = false;
  const wait = (seconds: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, Math.max(0, seconds) * 1000);
  };
  const end = () => {
    isOver = true;
    clearTimeout(timer);
    // What is typed can still be sent, and waits for its owner; all else is hidden from who comes next.
    if (isTyping) show(note, "over");
    else location.reload();
  };
  const know = ({ seconds, at, isLast }: Leaves) => {
    if (seconds === 0) return end();
    const isSoon = seconds <= leadSeconds;
    show(note, isSoon ? (isLast ? "last" : "soon") : "", at);
    wait(isSoon ? seconds : seconds - leadSeconds);
  };
  // Only the server knows: another page of this browser may have been used meanwhile.
  const ask = () => {
    if (isOver) return;
    json("/session/standing", {}).then(know, () => wait(retrySeconds));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields: Record<string, string> = {};
    for (const { name, value } of form.querySelectorAll("input")) fields[name] = value;
    const headers = { accept: "application/json" };
    const body = new URLSearchParams(fields);
    json(form.action, { method: "POST", headers, body }).then(know, () => wait(1));
  });
  document.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLElement && target.closest("[data-keeps]")) isTyping = true;
  });
  // A phone that slept, a page that comes back from the browser's memory.
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  window.addEventListener("pageshow", ({ persisted }) => persisted && ask());
  wait(Number(note.dataset.leaves) - leadSeconds);
};

/** Says when the session is about to end by itself, and when it has. Prolongs nothing by itself. */
export const tellOfEnd = () => {
  const note = document.querySelector<HTMLElement>("[data-leaves]");
  const form = note?.querySelector("form");
  if (note && form) watch(note, form);
};
