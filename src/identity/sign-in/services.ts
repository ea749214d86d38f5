import type { FlowServices } from "../../flow/index.ts";
import type { Id, MemberId } from "../../kernel/ids.ts";
import type { Passwords } from "../../platform/crypto/passwords.ts";
import type { RequestContext, WebContext } from "../../platform/http/types.ts";
import type { MaintenanceState, Society } from "../../society/index.ts";
import type { Methods } from "../methods/index.ts";

export type SignInServices = FlowServices & {
  readonly methods: Methods;
  readonly passwords: Passwords;
  readonly maintenanceFor: (request: RequestContext) => MaintenanceState;
  /** Whether this browser has a registration that can be resumed. */
  readonly isResumable: (c: WebContext) => Promise<boolean>;
  /** Hands the holder of a working letter to the first sign-in. */
  readonly beginFirstSignIn: (c: WebContext, letter: Letter) => Promise<Response>;
};

export type Letter = {
  readonly society: Society;
  readonly credentialId: Id<"credential">;
  readonly memberId: MemberId;
  /** Folded, so that the new password can be held against it. */
  readonly printedPassword: string;
};
