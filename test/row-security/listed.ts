/** What the app's role may do with a directory table. */
export type Access = "select" | "insert" | "update" | "delete";

export type DirectoryTable = {
  /** Why it may stand outside of a society. */
  readonly reason: string;
  readonly app: readonly Access[];
  /**
   * `society`: row security shows the app its own society's rows only, and the owner's fixed
   * functions look across. `all`: there is nothing of a person in it.
   */
  readonly rows: "all" | "society";
};

const all = (reason: string, ...app: Access[]): DirectoryTable => ({ reason, app, rows: "all" });
const society = (reason: string, ...app: Access[]): DirectoryTable => ({
  reason,
  app,
  rows: "society",
});

/** The only tables that do not lead their key with the society. A new one needs a reason here. */
export const directoryTables: Readonly<Record<string, DirectoryTable>> = {
  migration: all("which migrations were applied", "select"),
  entrance: all(
    "which host is an entrance; asked before anything else",
    "select",
    "insert",
    "update",
  ),
  society: all("which societies there are, and at which entrance", "select", "insert", "update"),
  registry_change: all(
    "one counter, by which servers notice a change",
    "select",
    "insert",
    "update",
  ),
  process: all(
    "which processes share the database; of machines, not of people",
    ...(["select", "insert", "update", "delete"] as const),
  ),
  lease: all("which process does what only one should", "select", "insert", "update"),
  installation: all("one row: what KENPO_SECRET derives to", "select", "insert", "update"),
  society_ending: all(
    "societies whose contract ended; the app closes and reopens, the owner alone erases",
    ...(["select", "insert", "delete"] as const),
  ),
  maintenance_window: all(
    "when an entrance or a society rests; asked before anything else, nothing of a person",
    ...(["select", "insert", "update", "delete"] as const),
  ),
  login_directory: society(
    "folded user ID → whose it is; read before the society is known (find_login)",
    ...(["select", "insert", "update", "delete"] as const),
  ),
  mail_queue: society(
    "which mail is due; one worker for all societies (claim_mail)",
    ...(["select", "insert", "update", "delete"] as const),
  ),
  passkey_directory: society(
    "credential → whose passkey it is; read before the society is known (find_passkey)",
    ...(["select", "insert", "delete"] as const),
  ),
  passkey_challenge: all(
    "a challenge is answered before the society is known; hashes only",
    ...(["select", "insert", "delete"] as const),
  ),
  session_token: society("token hash → session (find_session)", "select", "insert", "delete"),
  flow_token: society("token hash → flow (find_flow)", "select", "insert", "delete"),
  link_token: society("token hash → what it confirms (find_link)", "select", "insert", "delete"),
  sign_in_counter: all(
    "wrong passwords of a user ID, known or not; MACs only",
    ...(["select", "insert", "update", "delete"] as const),
  ),
  failed_try: all("an unknown user ID has no society; MACs only", "select", "insert", "delete"),
  recovery_request: all(
    "whoever asks, known or not, before any society is; MACs and ids only",
    ...(["select", "insert", "update", "delete"] as const),
  ),
  lock_notice: all("a lock of a user ID, known or not; MACs only", "select", "insert", "delete"),
};

/** Functions that run as the owner, and what they give away. */
export const ownersFunctions: Readonly<Record<string, string>> = {
  find_login: "folded user ID → the account or letter, with its hash and counters",
  find_claimed_person: "a claimed 本人確認 → the account that it would be, with its addresses",
  find_claimed_login: "folded user ID → the account, with its addresses",
  find_passkey: "credential → the passkey with its public key, its account's locks, a counter",
  find_session: "token hash → the session and its account",
  find_ended_session: "token hash → whose session a limit ended, for the form that came too late",
  find_link: "token hash → what a mail's button confirms",
  find_flow: "token hash → the stored flow",
  is_passkey_known: "whether a credential is free at an entrance",
  is_login_taken: "whether a folded user ID is free at an entrance",
  societies_to_seal: "ids of societies whose audit facts wait for a seal",
  begin_audit_era: "one number; begins a new era of audit facts after a restore, and only then",
  prune_audit_facts:
    "deletes the oldest seal's facts, of the transaction's society, older than five years by the server's clock",
  claim_mail: "leases mails that are due: ids only",
  bury_processes: "ids of processes that are gone; frees the mails that they had claimed",
  installation_figures: "counts and ages over all societies, for the operator's port",
};
