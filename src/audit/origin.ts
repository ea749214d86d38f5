import type { RequestContext } from "../platform/http/types.ts";
import type { Origin } from "./types.ts";

/** From where every fact of this request comes. */
export const originOf = ({ id, source }: Pick<RequestContext, "id" | "source">): Origin => ({
  requestId: id,
  source,
});
