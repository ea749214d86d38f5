const show = (size: string) => {
  document.documentElement.setAttribute("data-size", size);
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-text-size] button")) {
    const isChoice = button.hasAttribute("aria-pressed");
    if (isChoice) button.setAttribute("aria-pressed", String(button.value === size));
    else button.value = size === "large" ? "standard" : "large";
  }
};

const store = (form: HTMLFormElement, size: string) => {
  const body = new URLSearchParams({ size });
  for (const name of ["formToken", "return"]) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) body.set(name, field.value);
  }
  // The size on this page is right whatever the answer: a failure only means asking again later.
  fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
};

/** Changes the text size at once and keeps it, without losing what was typed in other forms. */
export const switchTextSize = () => {
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-text-size]"))
    for (const button of form.querySelectorAll("button"))
      button.addEventListener("click", (event) => {
        event.preventDefault();
        const { value } = button;
        show(value);
        store(form, value);
      });
};
