import type { Secrets } from "../../platform/crypto/types.ts";
import type { Database } from "../../platform/database/types.ts";
import type { Registry } from "../../society/types.ts";

/** A form of the signed-in that is not lost when the session ended while it was filled in. */
export type KeptForm = {
  /** A route's pattern, whose GET shows the form that its POST takes: `/profile/factors/:id/rename`. */
  readonly path: string;
  /** Which of its fields are kept; what is named as secrets are never is. */
  readonly fields: readonly string[];
  /** Where to go on after the sign-in, when the page itself ends with the session. */
  readonly back?: string;
};

export type KeptServices = {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly registry: Pick<Registry, "society">;
};
