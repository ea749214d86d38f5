import type { WebContext } from "../../platform/http/types.ts";

/**
 * What this member typed on this page and sent when the session had just ended; null nearly always.
 * Never a password. To be shown in the fields, with `KeptNote` above the form.
 */
export const keptFor = (c: WebContext): Readonly<Record<string, string>> | null =>
  c.get("request").kept ?? null;
