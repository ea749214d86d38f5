import { sweepFlows } from "../../../flow/sweeping/store.ts";
import { sweepContacts } from "../../../guidance/contact/sweeping/store.ts";
import { sweepConfirmations } from "../../../identity/address/sweeping/store.ts";
import { sweepChanges } from "../../../identity/addresses/sweeping/store.ts";
import { sweepKeptForms } from "../../../identity/kept-forms/sweeping/store.ts";
import { sweepCounters, sweepNotices, sweepTries } from "../../../identity/locks/sweeping/store.ts";
import { sweepChecks } from "../../../identity/mail-check/sweeping/store.ts";
import { sweepChallenges } from "../../../identity/methods/sweeping/store.ts";
import { sweepTemporary } from "../../../identity/password-reset/temporary/sweeping/store.ts";
import { sweepRequests } from "../../../identity/recovery/sweeping/store.ts";
import { sweepBrowsers, sweepSessions } from "../../../identity/sessions/sweeping/store.ts";
import { sweepWindows } from "../../../society/windows/sweeping/store.ts";
import { inAll, inSocieties, type Kept } from "../kept.ts";

/** What signing in, its mails and its pages leave behind: it goes within days, or a year or so. */
export const traces: readonly Kept[] = [
  {
    kind: "address-checks",
    tables: ["mail_check", "link_token"],
    what: "Mails that prove an address inside a first sign-in: hashed codes, buttons, the address",
    keep: { count: 2, unit: "days", after: "the end of the first sign-in that asked for it" },
    why: "The page of an old button says what became of it; after two days nobody comes back.",
    sweep: inSocieties(sweepChecks),
  },
  {
    kind: "first-sign-ins",
    tables: ["flow", "flow_token"],
    what: "First sign-ins that were begun, with what was typed, sealed",
    keep: { count: 2, unit: "days", after: "its expiry, whether it was completed or not" },
    why: "Typed personal data is needed for its purpose alone (個人情報保護法22条).",
    sweep: inSocieties(sweepFlows),
  },
  {
    kind: "address-confirmations",
    tables: ["address_confirmation", "link_token"],
    what: "Buttons of mails that confirm an account's address",
    keep: { count: 30, unit: "days", after: "the expiry of the button" },
    why: "Until then its page says why the button does not work.",
    sweep: inSocieties(sweepConfirmations),
  },
  {
    kind: "address-changes",
    tables: ["address_change", "link_token"],
    what: "Addresses that an account had before a change, with the button that undoes it",
    keep: { count: 30, unit: "days", after: "the expiry of the button" },
    why: "Until then its page says why the button does not work, and staff see what was changed.",
    sweep: inSocieties(sweepChanges),
  },
  {
    kind: "sessions",
    tables: ["session", "session_token"],
    what: "Sessions: device, address of the source, times",
    keep: { count: 90, unit: "days", after: "the latest end that the session could have" },
    why: "Members and staff look for strange sign-ins; after that the audit record tells of them.",
    sweep: inSocieties(sweepSessions),
  },
  {
    kind: "kept-forms",
    tables: ["kept_form"],
    what: "Forms that were sent after the session had ended, sealed; never a password",
    keep: { until: "`policy.session.keepInputMinutes` after it was sent (10 by default)" },
    why: "So that who signs in again need not type it again.",
    sweep: inSocieties(sweepKeptForms),
  },
  {
    kind: "temporary-passwords",
    tables: ["temporary_password"],
    what: "Provisional passwords that went by mail: a MAC, the address, which browser used it (hash)",
    keep: { count: 1, unit: "days", after: "it expired" },
    why: "Until then its holder is told that it has expired, and not that it is wrong.",
    sweep: inSocieties(sweepTemporary),
  },
  {
    kind: "known-browsers",
    tables: ["known_browser"],
    what: "Browsers that signed in to an account, as hashes",
    keep: { count: 400, unit: "days", after: "the last sign-in there" },
    why: "As long as a browser keeps its cookie (a year), with a month for who comes once a year.",
    sweep: inSocieties(sweepBrowsers),
  },
  {
    kind: "sign-in-counters",
    tables: ["sign_in_counter"],
    what: "Wrong passwords in a row, locks; MACs only",
    keep: { count: 90, unit: "days", after: "the last wrong try, and the end of its lock" },
    why: "No rule looks at older ones; staff ask about a lock within weeks.",
    sweep: inAll(sweepCounters),
  },
  {
    kind: "failed-sign-ins",
    tables: ["failed_try"],
    what: "Failed sign-ins under their お問い合わせ番号; MACs only",
    keep: { count: 90, unit: "days", after: "the try" },
    why: "Who was refused asks within weeks.",
    sweep: inAll((database, old) => sweepTries(database, { ...old, kind: "sign-in" })),
  },
  {
    kind: "failed-checks",
    tables: ["failed_try"],
    what: "Failed identity checks of a letter, and of a reset; MACs only",
    keep: { count: 370, unit: "days", after: "the try" },
    why: "They count for the whole life of a letter, 366 days at most (policy.letter).",
    sweep: inAll((database, old) => sweepTries(database, { ...old, kind: "proof" })),
  },
  {
    kind: "contact-messages",
    tables: ["contact_message"],
    what: "That something was sent from the contact page, and from which source (MAC); no words",
    keep: { count: 2, unit: "days", after: "it was sent" },
    why: "Limits look back for a day; a form's second press is known for the first.",
    sweep: inSocieties(sweepContacts),
  },
  {
    kind: "maintenance-windows",
    tables: ["maintenance_window"],
    what: "Maintenance by hand: when, whom it concerned and why; nothing of a person",
    keep: { count: 400, unit: "days", after: "its end" },
    why: "Who asks why nothing opened that evening; `maintenance list` shows a year.",
    sweep: inAll(sweepWindows),
  },
  {
    kind: "passkey-challenges",
    tables: ["passkey_challenge"],
    what: "Hashes of challenges that a passkey answered, so that none is answered twice",
    keep: { count: 1, unit: "days", after: "the answer" },
    why: "A challenge expires within minutes; a day is room for clocks that differ.",
    sweep: inAll(sweepChallenges),
  },
  {
    kind: "lock-notices",
    tables: ["lock_notice"],
    what: "Locks that their owners are to be told of; gone once they were",
    keep: { count: 7, unit: "days", after: "the lock" },
    why: "Older news would only puzzle; it stays so long only where a society was closed.",
    sweep: inAll(sweepNotices),
  },
  {
    kind: "recovery-requests",
    tables: ["recovery_request"],
    what: "Who asked for a forgotten ID or password, answered or not; MACs and ids only",
    keep: { count: 30, unit: "days", after: "the asking" },
    why: "The page of an old button says what became of it; who got no mail asks within weeks.",
    sweep: inAll(sweepRequests),
  },
];
