import type { ActionScene } from "../../../flow/index.ts";
import { TroubleError } from "../../../platform/http/trouble.ts";
import type { WebContext } from "../../../platform/http/types.ts";

/** Who looks at their own addresses. */
export type Visit = ActionScene;

/** @throws for who is not signed in: the guard of these pages led them away before */
export const visitOf = (c: WebContext): Visit => {
  const request = c.get("request");
  const { session, society, now } = request;
  if (!session || !society) throw new TroubleError("not-found");
  return { request, session, society, now };
};
