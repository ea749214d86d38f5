import type { Secrets } from "../platform/crypto/types.ts";
import type { Database } from "../platform/database/types.ts";
import type { RequestContext } from "../platform/http/types.ts";
import type { MaintenanceState, Registry, Society } from "../society/index.ts";

export type GuidanceServices = {
  readonly registry: Registry;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly maintenanceFor: (request: RequestContext) => MaintenanceState;
  /** Domain of no-reply@, info@, webmaster@; null: where the society is not known yet. */
  readonly mailDomainOf: (society: Society | null) => string;
};
