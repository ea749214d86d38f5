/** A table that a backup holds. */
export type BackedUp = {
  readonly table: string;
  /** SQL: the rows that go along; all of them where there is none. */
  readonly only?: string;
};

/** In the order of restoring: what is referred to stands before. A test knows of every table. */
export const backedUp: readonly BackedUp[] = [
  { table: "entrance" },
  { table: "society" },
  { table: "society_version" },
  { table: "society_ending" },
  { table: "maintenance_window" },
  { table: "member" },
  { table: "mail_exemption" },
  { table: "import_run" },
  { table: "credential_batch" },
  { table: "credential_batch_count" },
  { table: "provisional_credential" },
  { table: "account" },
  { table: "factor" },
  { table: "passkey" },
  { table: "passkey_directory" },
  { table: "totp_device" },
  { table: "recovery_codes" },
  { table: "login_directory" },
  { table: "terms_consent" },
  { table: "known_browser" },
  { table: "address_confirmation" },
  { table: "address_change" },
  // the others lead into flows
  { table: "link_token", only: "kind in ('confirm-address', 'undo-address')" },
  { table: "sign_in_counter" },
  { table: "failed_try" },
  { table: "lock_notice" },
  { table: "mail" },
  { table: "mail_queue" },
  { table: "audit_fact" },
  { table: "audit_seal" },
  { table: "audit_pruning" },
];

/** What no backup holds, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  migration:
    "the restored installation has applied its own; the manifest names those of the backup",
  registry_change: "a counter for running servers; a restore counts once",
  installation: "the restored installation's own secret; the manifest names the backup's key",
  session: "whoever restores knows little of what happened: everybody signs in again",
  session_token: "as session",
  flow: "nobody's browser leads to it any more: a registration begins anew with the same letter",
  flow_token: "as flow",
  mail_check: "a code or button inside a flow",
  temporary_password: "one of a mail works for an hour at most: whoever needs one asks again",
  kept_form: "as session: a form waits for minutes only",
  recovery_request: "a mail's link works for an hour or so: whoever needs one asks again",
  passkey_challenge: "answers of the last minutes: what they answered has expired",
  contact_message: "limits of the last day; what was written is in the mail",
  letter_portion: "printed provisional passwords are kept for days only, and nowhere else",
  process: "which processes run here",
  lease: "what they do just now",
};
