import type { EntranceId, SocietyId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { InBoth } from "../types.ts";

/**
 * A society whose contract ended: closed, nobody comes in and everything is still there; erasing, its
 * rows go and there is no way back; erased, this is all that is left. Nothing of a person.
 */
export type Ending = {
  readonly id: SocietyId;
  readonly code: string;
  readonly entranceId: EntranceId;
  readonly insurerNumber: string;
  readonly name: InBoth;
  readonly reason: string;
  readonly closedAt: Instant;
  readonly erasingAt: Instant | null;
  /** Of the manifest of the export that was made before. */
  readonly exportSha256: string | null;
  /** Why there was none. */
  readonly erasingReason: string | null;
  /** The audit record as it was when the erasure began. */
  readonly auditFacts: number | null;
  readonly auditSeal: number | null;
  readonly auditRoot: string | null;
  readonly erasedAt: Instant | null;
  /** Table → how many rows were deleted. */
  readonly deleted: Readonly<Record<string, number>>;
};

/** On what an erasure is founded: an export, or a reason why there is none. */
export type Basis = { readonly exportSha256: string } | { readonly reason: string };
