const lead = (event: Event, link: HTMLAnchorElement) => {
  const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  // The label above must be seen too, not only the input.
  (field.closest(".field") ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
};

/** The summary takes the focus, and its links lead into the fields. */
export const leadToFields = () => {
  const summary = document.querySelector<HTMLElement>(".summary");
  if (!summary) return;
  summary.focus();
  for (const link of summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
    link.addEventListener("click", (event) => lead(event, link));
};
