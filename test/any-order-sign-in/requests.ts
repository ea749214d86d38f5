import { standing, type Typed, turnOf } from "../../src/flow/index.ts";
import { submit } from "../../src/flow/submit.ts";
import { sourceLimit } from "../../src/identity/sign-in/index.ts";
import { judgeSignIn } from "../../src/identity/sign-in/rules.ts";
import { passwordRight } from "../../src/identity/sign-in/signed-in.ts";
import { findLogin, type Try } from "../../src/identity/sign-in/store.ts";
import type { WebContext } from "../../src/platform/http/types.ts";
import { type Row, rowsOf } from "../any-order/memory.ts";
import { type Browser, ids, requestOf, type World } from "./world.ts";

// What browsers ask of the portal, as its routes do, without HTTP.

/** The password's own verification is tried elsewhere: here it is always right. */
export const signIn = async (world: World, browser: Browser) => {
  const { services, clock, now, tokens } = world;
  const who: Try = {
    entranceId: ids.entrance,
    loginKey: "hanako-2026",
    loginMac: "login",
    sourceMac: "source",
    browserHash: "browser",
    at: clock.now(),
  };
  const login = await findLogin(services.database, who, sourceLimit.minutes);
  const judged = judgeSignIn(login, true, clock.now());
  if (judged.kind !== "signed-in") return { kind: "refused" } as const;
  const request = requestOf(world, browser);
  const c = { get: () => request } as unknown as WebContext;
  const right = { c, who, login, society: now.society, newHash: null };
  const came = await passwordRight(services, right);
  if (came.kind === "asked") tokens.set(browser, came.begun.token);
  return came;
};

export type Came = Awaited<ReturnType<typeof signIn>>;

/** Where the attempt of a browser stands, as its next page would say. */
export const lookAt = (world: World, browser: Browser) =>
  standing(world.services, world.definition, requestOf(world, browser), world.tokens.get(browser));

export type Looked = Awaited<ReturnType<typeof lookAt>>;

/** The flow's row, whatever it says inside. */
export const flowRow = (world: World, flowId: string | undefined): Row | undefined =>
  rowsOf(world.memory, "flow").find(({ id }) => id === flowId);

export const flowIdOf = (looked: Looked): string | undefined =>
  looked.at === "absent" ? undefined : looked.scene.flow.id;

export const turnIn = (looked: Looked): string =>
  looked.at === "absent" ? "" : turnOf(looked.scene.flow);

/** POST of a step's page. */
export const post = async (world: World, browser: Browser, name: string, typed: Typed) => {
  const looked = await lookAt(world, browser);
  const step = world.definition.steps.find((one) => one.name === name);
  const token = world.tokens.get(browser);
  if (!step || !token || looked.at !== "step") return;
  await submit(world.services, world.definition, { scene: looked.scene, step, typed, token });
};
