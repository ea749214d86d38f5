import { type ActionScene, memberScene } from "../../flow/index.ts";
import type { Secrets } from "../../platform/crypto/types.ts";
import type { WebContext } from "../../platform/http/types.ts";
import type { ProfileServices } from "./types.ts";

/** Who looks at their own profile. */
export type Visit = ActionScene & { readonly secrets: Secrets };

export const visitOf = (c: WebContext, { secrets }: Pick<ProfileServices, "secrets">): Visit => ({
  ...memberScene(c),
  secrets,
});
