const toggle = (
  button: HTMLElement,
  input: HTMLInputElement,
  words: { show: string; hide: string },
) => {
  const hidden = input.type === "password";
  input.type = hidden ? "text" : "password";
  button.textContent = hidden ? words.hide : words.show;
};

/** 「パスワードを表示」: back to dots before sending, so that no browser keeps it as plain text. */
export const showPasswords = () => {
  for (const button of document.querySelectorAll<HTMLElement>("[data-shows]")) {
    const input = document.getElementById(button.dataset.shows ?? "");
    if (!(input instanceof HTMLInputElement)) continue;
    const words = { show: button.textContent ?? "", hide: button.dataset.hide ?? "" };
    button.hidden = false;
    button.addEventListener("click", () => toggle(button, input, words));
    input.form?.addEventListener("submit", () => {
      if (input.type === "text") toggle(button, input, words);
    });
  }
};
