/**
 * Every mail that the product sends, by its template. One list, so that none goes out that was not
 * looked at: the gallery shows each of them in both languages, and a test compares.
 */
export const mailKinds = [
  "first-sign-in/completed",
  "first-sign-in/other-address",
  "address/check",
  "address/check-on-file",
  "address/confirm",
  "addresses/check",
  "addresses/changed",
  "addresses/undone",
  "recovery/forgot-id",
  "recovery/forgot-password",
  "recovery/refused",
  "locks/password-locked",
  "locks/staff-locked",
  "locks/staff-unlocked",
  "factors/code",
  "factors/locked",
  "factors/changed",
  "credentials/new-id",
  "accounts/reissued",
  "recovery/provisional",
  "recovery/password-changed",
  "password-expiry/warning",
  "contact/message",
] as const;

export type MailKind = (typeof mailKinds)[number];
