import type { Kept } from "../kept.ts";

/** What no sweep takes: it goes with something else, or stays. */
export const standing: readonly Kept[] = [
  {
    kind: "audit-seals",
    tables: ["audit_seal", "audit_pruning"],
    what: "Seals of audit facts, and up to which one the facts are gone by age",
    keep: { with: "society" },
    why: "The chain stays provable. No personal data.",
    sweep: null,
  },
  {
    kind: "mail-queue",
    tables: ["mail_queue"],
    what: "Which mails are due",
    keep: { until: "the mail is settled" },
    why: "The row goes in the transaction that settles its mail.",
    sweep: null,
  },
  {
    kind: "societies",
    tables: ["society_version", "credential_batch_count"],
    what: "Every version of a society's document; the last number of a batch",
    keep: { with: "society" },
    why: "Which rules were in force when. No personal data.",
    sweep: null,
  },
  {
    kind: "installation",
    tables: [
      ...["society", "society_ending", "entrance", "registry_change", "installation", "migration"],
      ...["process", "lease"],
    ],
    what: "Which societies there are and were, at which hosts; the schema; processes at work",
    keep: { with: "installation" },
    why: "An ended society's code is not given again. No personal data. Processes go by themselves.",
    sweep: null,
  },
];
