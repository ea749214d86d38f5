/** What is wrong with a backup. */
export type Fault =
  /** There is no manifest: the export did not come to its end, or this is no backup. */
  | "incomplete"
  /** Not byte for byte what was written: cut off, changed, or of another backup. */
  | "altered"
  | "missing"
  | "other-key"
  | "newer-format";

/** What a stream of a backup throws: which file, and why. */
export class BackupError extends Error {
  readonly fault: Fault;
  readonly file: string;
  constructor(fault: Fault, file: string) {
    super(`${file}: ${fault}`);
    this.fault = fault;
    this.file = file;
  }
}

/** How much a stream had, and its SHA-256 as hex. */
export type Measure = { readonly bytes: number; readonly sha256: string };

/** One file, sealed under a key of its own. */
export type SealedFile = {
  readonly file: string;
  /** What lies on the disk. */
  readonly sealed: Measure;
  /** What was sealed: rows as COPY writes them, one line each. */
  readonly plain: Measure & { readonly lines: number };
};

export type TableEntry = SealedFile & {
  readonly table: string;
  /** In the order of the values of a row. */
  readonly columns: readonly string[];
};

export type Migration = { readonly name: string; readonly sha256: string };

export type Manifest = {
  readonly format: "kenpo-backup";
  readonly version: 1;
  /** 32 random bytes, base64url: every key is of this backup alone. */
  readonly id: string;
  readonly createdAt: string;
  /** Which KENPO_SECRET. */
  readonly keyId: string;
  readonly societies: number;
  /** audit_era() of the installation. */
  readonly auditEra: number;
  readonly migrations: readonly Migration[];
  readonly tables: readonly TableEntry[];
};
