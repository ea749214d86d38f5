import {
  type FlowDefinition,
  type FlowServices,
  standing,
  type Typed,
  turnOf,
} from "../../src/flow/index.ts";
import { submit } from "../../src/flow/submit.ts";
import type { RequestContext } from "../../src/platform/http/types.ts";
import { type Memory, type Row, rowsOf } from "./memory.ts";

// A browser at a flow's pages, whatever the flow: as its routes do, without HTTP.

type Walked<State, Browser> = {
  readonly memory: Memory;
  readonly services: FlowServices;
  readonly definition: FlowDefinition<State>;
  readonly tokens: Map<Browser, string>;
};

type Looked = Awaited<ReturnType<typeof standing>>;

/** The flow's row, whatever it says inside. */
export const flowRow = (
  { memory }: { readonly memory: Memory },
  flowId: string | undefined,
): Row | undefined => rowsOf(memory, "flow").find(({ id }) => id === flowId);

export const flowIdOf = (looked: Looked): string | undefined =>
  looked.at === "absent" ? undefined : looked.scene.flow.id;

export const turnIn = (looked: Looked): string =>
  looked.at === "absent" ? "" : turnOf(looked.scene.flow);

export const browsingWith = <State, Browser, World extends Walked<State, Browser>>(
  requestOf: (world: World, browser: Browser) => RequestContext,
) => {
  /** Where the flow of a browser stands, as its next page would say. */
  const lookAt = (world: World, browser: Browser) =>
    standing<State>(
      world.services,
      world.definition,
      requestOf(world, browser),
      world.tokens.get(browser),
    );

  /** POST of a step's page. */
  const post = async (world: World, browser: Browser, name: string, typed: Typed) => {
    const looked = await lookAt(world, browser);
    const step = world.definition.steps.find((one) => one.name === name);
    const token = world.tokens.get(browser);
    if (!step || !token || looked.at !== "step") return;
    await submit(world.services, world.definition, { scene: looked.scene, step, typed, token });
  };
  return { lookAt, post };
};
