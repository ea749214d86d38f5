import type { KeptForm } from "../identity/kept-forms/index.ts";

/**
 * Forms of the signed-in whose typed input waits when the session ended in between. One line each; the
 * page shows `keptFor(c)`, and its form is a `Form keeps`.
 */
export const keptForms: readonly KeptForm[] = [
  { path: "/profile/factors/:id/rename", fields: ["name"] },
  // Its flow ends with the session: the next one shows what was typed in the one before.
  { path: "/profile/address/address", fields: ["email"], back: "/profile/email" },
  { path: "/profile/display", fields: ["language", "textSize"] },
  // `asked`: a box whose tick was taken away is not sent.
  { path: "/profile/notices", fields: ["asked", "wantsUpdateMails"] },
];
