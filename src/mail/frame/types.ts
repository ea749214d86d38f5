import type { Language, Society } from "../../society/types.ts";

/** A mail as data: a template only chooses the words. */
export type Page = {
  readonly language: Language;
  readonly society: Pick<Society, "name" | "contact" | "brand">;
  /** One line; nothing in it that a locked phone should not show. */
  readonly subject: string;
  readonly heading?: string;
  /** 「H.S.様」: couples share an address, so a mail says for whom it is, and no more. */
  readonly initials?: string;
  /** Plain words. A line break within one stays. */
  readonly paragraphs: readonly string[];
  /** Digits to type elsewhere, shown large after the paragraphs, such as `123456`. */
  readonly code?: string;
  /** At most one thing to press. Scanners open it too: it must lead to a page, never to a deed. */
  readonly button?: { readonly label: string; readonly href: string };
  /** In smaller type under the button, such as what to do if the mail was not expected. */
  readonly small?: readonly string[];
  /** What becomes of an answer, where somebody gets it. */
  readonly answers?: readonly string[];
};
