import type { MailText } from "../types.ts";
import { frameHtml } from "./frame.tsx";
import { frameText } from "./frame-text.ts";
import type { Page } from "./types.ts";

/** Both parts of a mail, of the same words. */
export const mailPage = (page: Page): MailText => ({
  subject: page.subject,
  text: frameText(page),
  html: frameHtml(page),
});
