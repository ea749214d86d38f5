import type { RequestContext } from "../platform/http/types.ts";
import type { Registry, Society } from "../society/types.ts";

/** The society where it is known, else all that sign in here. */
export const societiesOf = (
  { registry }: { readonly registry: Pick<Registry, "society"> },
  request: RequestContext,
): readonly Society[] =>
  request.society
    ? [request.society]
    : request.entrance.societies.flatMap((id) => registry.society(id) ?? []);
