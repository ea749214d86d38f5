import type { Actor, Origin } from "../../audit/types.ts";
import type { RenamedBecause } from "../../identity/provisional/index.ts";
import type { Refusal } from "../../kernel/result.ts";
import type { Society } from "../../society/types.ts";
import type { Encoding } from "../csv/survey.ts";
import type { Problem } from "../problems.ts";

export type CredentialsFile = {
  readonly society: Society;
  readonly path: string;
  /** Where members of this society sign in. */
  readonly href: string;
  /** Where the list goes; needed where a row has no password. */
  readonly listPath: string | null;
  readonly isRehearsal: boolean;
  readonly actor: Actor;
  readonly source: Origin["source"];
  readonly progress: (done: number, total: number) => void;
  /** Members with a new ID, some at a time, before anything works. */
  readonly tell: (ids: readonly NewId[]) => void;
};

/** A member who signs in with another ID than before. */
export type NewId = {
  readonly symbol: string;
  readonly memberNumber: string;
  readonly branchNumber: string;
  readonly before: string;
  /** Null in a rehearsal, where it is not made yet. */
  readonly after: string | null;
  readonly because: RenamedBecause;
  /**
   * How the member hears of it: by a mail, by an earlier import's, or only by a letter that the
   * society sends. Null in a rehearsal.
   */
  readonly told: "mail" | "earlier" | "letter-needed" | null;
};

export type Told = { readonly first: readonly Problem[]; readonly total: number };
type Read = {
  readonly encoding: Encoding | "other";
  readonly rows: number;
  readonly unknownColumns: readonly string[];
};

/** What a file brings: in a rehearsal as planned, otherwise as done. */
export type CredentialsCounts = {
  readonly kept: number;
  readonly renamed: number;
  /** With a password of the society's own; all others get one of ours. */
  readonly weak: number;
  readonly strong: number;
  /** Registered already. */
  readonly passedOver: number;
};

export type CredentialsImported =
  | { readonly ok: false; readonly problems: Told; readonly unknownColumns: readonly string[] }
  /** `list-needed` (count), `file-exists`, `batch-lost`, `busy` */
  | (Refusal & { readonly problems?: never })
  | (Read & {
      readonly ok: true;
      /** Null where nothing went in: a rehearsal, or everybody is registered already. */
      readonly runId: string | null;
      readonly counts: CredentialsCounts;
      /** Lines of the list; 0: there is no file. */
      readonly listed: number;
      readonly warnings: Told;
    });
