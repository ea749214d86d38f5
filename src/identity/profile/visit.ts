import type { ActionScene } from "../../flow/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import { TroubleError } from "../../platform/http/trouble.ts";
import type { WebContext } from "../../platform/http/types.ts";
import type { ProfileServices } from "./types.ts";

/** Who looks at their own profile. */
export type Visit = ActionScene & { readonly secrets: Secrets };

/** @throws for who is not signed in: the guard of these pages led them away before */
export const visitOf = (c: WebContext, { secrets }: Pick<ProfileServices, "secrets">): Visit => {
  const request = c.get("request");
  const { session, society, now } = request;
  if (!session || !society) throw new TroubleError("not-found");
  return { request, session, society, now, secrets };
};
