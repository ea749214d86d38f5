import type { WebContext } from "../../platform/http/types.ts";

/**
 * What this member typed on this page and sent when the session had just ended; null nearly always.
 * Never a password. To be shown in the fields of a `Form keeps`, which says above them that they were
 * kept.
 */
export const keptFor = (c: WebContext): Readonly<Record<string, string>> | null =>
  c.get("request").kept ?? null;
