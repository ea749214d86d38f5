import type { Instant } from "../kernel/time.ts";
import type { Tx } from "../platform/database/types.ts";
import { TroubleError } from "../platform/http/trouble.ts";
import type { RequestContext, Session, WebContext } from "../platform/http/types.ts";
import type { Society } from "../society/types.ts";
import { applyEffects } from "./effects.ts";
import type { FlowServices } from "./standing.ts";
import type { Effects } from "./step.ts";

/** What an action may look at. The session is the permission: a member acts on what is theirs. */
export type ActionScene = {
  readonly society: Society;
  readonly session: Session;
  readonly now: Instant;
  readonly request: RequestContext;
};

/** @throws for who is not signed in: the guard of members' pages led them away before */
export const memberScene = (c: WebContext): ActionScene => {
  const request = c.get("request");
  const { session, society, now } = request;
  if (!session || !society) throw new TroubleError("not-found");
  return { request, session, society, now };
};

export type Acted<Outcome> = Effects & { readonly outcome: Outcome };

/**
 * What one submit changes, without a flow. It answers what there is already as done, so that a
 * double submit changes once; what must be sure of that holds a row in `load`.
 */
export type Action<Input, Loaded, Outcome> = {
  readonly load: (tx: Tx, scene: ActionScene, input: Input) => Promise<Loaded>;
  /** Pure. */
  readonly decide: (given: {
    readonly scene: ActionScene;
    readonly input: Input;
    readonly loaded: Loaded;
  }) => Acted<Outcome>;
};

/** Infers the types of an action from its parts. */
export const actionOf = <Input, Loaded, Outcome>(
  action: Action<Input, Loaded, Outcome>,
): Action<Input, Loaded, Outcome> => action;

/** One transaction: it loads, decides, and everything that it comes to is written. */
export const act = <Input, Loaded, Outcome>(
  { database, secrets }: Pick<FlowServices, "database" | "secrets">,
  action: Action<Input, Loaded, Outcome>,
  { scene, input }: { readonly scene: ActionScene; readonly input: Input },
): Promise<Outcome> =>
  database.inSociety(scene.society.id, async (tx) => {
    const loaded = await action.load(tx, scene, input);
    const { outcome, ...effects } = action.decide({ scene, input, loaded });
    await applyEffects(tx, effects, { secrets, ...scene });
    return outcome;
  });
