import type { SocietyId } from "../../kernel/ids.ts";

/** Where a fact stands in the order of its society: by era, transaction, id. */
export type Position = {
  readonly era: number;
  /** xid8 */
  readonly transaction: string;
  readonly fact: string;
};

/** A fact's row with every column, as texts that no setting of a connection changes. */
export type StoredFact = {
  readonly society: SocietyId;
  readonly era: number;
  readonly transaction: string;
  readonly id: string;
  /** Microseconds since the epoch. */
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly requestId: string;
  readonly source: string;
  /** As jsonb prints it. */
  readonly details: string;
};

/** What a root and a MAC are made of, beside the facts themselves. */
export type SealHeader = {
  readonly society: SocietyId;
  /** From 1, without gaps. */
  readonly number: number;
  readonly previousRoot: string;
  /** How many; 0: a witness. */
  readonly facts: number;
  readonly last: Position;
  /** Microseconds since the epoch. */
  readonly sealedAt: string;
};

export type Seal = SealHeader & {
  /** SHA-256, hex. */
  readonly root: string;
  /** 24 bytes a fact: see leaves.ts. */
  readonly leaves: Buffer;
  readonly keyId: string;
  readonly mac: string;
};

/** The newest seal, as whoever keeps it elsewhere knows it. */
export type Head = { readonly number: number; readonly root: string };

/** What is wrong, and where. */
export type Problem =
  | {
      /** `missing`: gone · `moved`: there, but its place in the order was changed */
      readonly what: "fact-altered" | "fact-missing" | "fact-added" | "fact-moved";
      readonly seal: number;
      readonly fact: string;
    }
  | {
      /**
       * `key-unknown`: no later seal vouches for it · `head-missing`, `head-other`: a head kept
       * elsewhere is cut off, or has another root
       */
      readonly what:
        | "seal-missing"
        | "seal-altered"
        | "mac-wrong"
        | "key-unknown"
        | "head-missing"
        | "head-other"
        | "pruning-wrong";
      readonly seal: number;
    };
