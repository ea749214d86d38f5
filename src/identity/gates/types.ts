import type { RequestContext, Session, WebContext } from "../../platform/http/types.ts";
import type { Society } from "../../society/types.ts";

/** Who meets a gate. */
export type Met = {
  readonly session: Session;
  readonly society: Society;
  readonly request: RequestContext;
};

/** What a signed-in member does before anything else, such as agreeing to new terms. */
export type Gate = {
  readonly name: string;
  /** Its page; below it everything is open to who stands before it. */
  readonly path: string;
  /** Pure: a session says it all, so that a page costs no look-up more. */
  readonly isShut: (met: Met) => boolean;
};

/** Where a gate leads back to when it is open: a path of this host. */
export type WayBack = (c: WebContext) => string;
