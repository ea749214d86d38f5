import type { Contact, InBoth } from "../../society/types.ts";

/** A society as somebody who asks needs to know it. */
export type Reachable = { readonly code: string; readonly name: InBoth; readonly contact: Contact };
