import {
  sweepBatches,
  sweepEnded,
  sweepPortions,
} from "../../../identity/provisional/sweeping/store.ts";
import { sweepRuns } from "../../../imports/sweeping/store.ts";
import { sweepMails } from "../../../mail/sweeping/store.ts";
import { sweepFacts } from "../facts.ts";
import { inSocieties, type Kept } from "../kept.ts";
import { sweepMembers } from "../people.ts";

/** Letters, mails, members and what was done with them: a society's dials say how long. */
export const records: readonly Kept[] = [
  {
    kind: "letter-portions",
    tables: ["letter_portion"],
    what: "Letters with their provisional passwords, sealed, to be printed again",
    keep: { until: "`policy.letter.fileLifetimeHours` after the issue (72 by default)" },
    why: "A printer that jams; never longer, for it is the only place with provisional passwords.",
    sweep: inSocieties(sweepPortions),
  },
  {
    kind: "letters",
    tables: ["provisional_credential", "login_directory"],
    what: "Issued IDs and the hashes of provisional passwords: used, void, returned or expired",
    keep: { count: "letterDaysAfterEnd", unit: "days", after: "the end, whichever came first" },
    why: "Who types an old letter is told why it does not work. Afterwards the ID is free.",
    sweep: inSocieties(sweepEnded),
  },
  {
    kind: "letter-batches",
    tables: ["credential_batch"],
    what: "Batches of letters, once none of their letters is left",
    keep: { count: "letterDaysAfterEnd", unit: "days", after: "the issue" },
    why: "With the letters. A batch that never worked goes with the next one that is issued.",
    sweep: inSocieties(sweepBatches),
  },
  {
    kind: "mails",
    tables: ["mail"],
    what: "What became of a mail, and its recipient, sealed; the words are gone once it is sent",
    keep: { count: "mailDays", unit: "days", after: "it was sent, failed or came back" },
    why: "Staff answer „I never got it“; bounces come late.",
    sweep: inSocieties(sweepMails),
  },
  {
    kind: "members",
    tables: [
      ...["member", "mail_exemption", "account", "terms_consent", "login_directory", "factor"],
      ...["passkey", "passkey_directory", "totp_device", "recovery_codes"],
    ],
    what: "A member with the account and all that is theirs in any table",
    keep: { count: "memberYearsAfterLoss", unit: "years", after: "資格喪失日" },
    why: "Claims for benefits lapse in 2 years (健康保険法193条), claims to have benefits paid back in 5 (民法166条), tax refunds in 5 (国税通則法74条).",
    sweep: sweepMembers,
  },
  {
    kind: "import-runs",
    tables: ["import_run"],
    what: "Which file went in, when, and what it changed; no personal data",
    keep: { count: "auditYears", unit: "years", after: "the import" },
    why: "As long as the facts that name it.",
    sweep: inSocieties(sweepRuns),
  },
  {
    kind: "audit-facts",
    tables: ["audit_fact"],
    what: "Who did what to whose data; ids and codes only",
    keep: {
      count: "auditYears",
      unit: "years",
      after: "all facts of its seal, and the seal itself",
    },
    why: "5 years by default, as long as claims may be made; never less, whatever the dial says.",
    sweep: sweepFacts,
  },
];
