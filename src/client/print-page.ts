/** 「印刷する」: there only where it does something. */
export const printPages = () => {
  for (const button of document.querySelectorAll<HTMLElement>("[data-prints]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
};
